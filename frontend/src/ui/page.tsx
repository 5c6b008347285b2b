import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import styles from './page.module.css';

interface PageProps {
  /** The page's name: its h1 and the browser's tab. */
  title: string;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** What can be done to the whole page, beside the title; under it on a phone. */
  actions?: ReactNode;
  /** On a phone they stay at thumb height while the page scrolls. */
  actionsStay?: boolean;
  /** `reading` keeps lines short, `wide` (default) is for lists and panes. */
  width?: 'wide' | 'reading';
  children: ReactNode;
}

/** A screen: title, focus on it after navigation, actions. */
export const Page = ({ title, lead, actions, actionsStay, width = 'wide', children }: PageProps) => {
  const heading = useHeadingFocus();
  return (
    <div className={`${styles[width]} ${actionsStay ? styles.staying : ''}`}>
      <title>{`${title} – Rinnalla`}</title>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
};

/**
 * Moves focus to the heading when the reader came here from another screen, so that a screen reader begins
 * with the title; the first load leaves focus where the browser puts it, and who opened a menu while the screen was on
 * its way keeps it.
 */
export const useHeadingFocus = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const arrived = useRef<string>(undefined);
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    if (key === 'default') return;
    if (!document.activeElement?.matches('[aria-expanded="true"]'))
      heading.current?.focus({ preventScroll: true });
    window.scrollTo?.(0, 0);
  }, [key, pathname]);
  return heading;
};
