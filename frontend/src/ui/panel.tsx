import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  /** Names the region; without it the panel is only a surface. */
  title?: ReactNode;
  level?: 2 | 3;
  /** Beside the title, e.g. a button or a count. */
  aside?: ReactNode;
  /** `note` is the yellow dashed box of what only one's own organization sees; `quiet` has no surface. */
  tone?: 'plain' | 'note' | 'quiet' | 'spruce';
  children: ReactNode;
}

/** A surface with a title: the building block of every screen. */
export const Panel = ({ title, level = 2, aside, tone = 'plain', children }: PanelProps) => {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`${styles.panel} ${styles[tone]}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.head}>
          <Heading id={id}>{title}</Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
};
