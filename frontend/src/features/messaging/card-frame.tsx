import type { ComponentType, ReactNode } from 'react';
import styles from './card.module.css';

interface CardFrameProps {
  icon: ComponentType<{ className?: string | undefined; 'aria-hidden'?: boolean }>;
  heading: string;
  /** Beside the heading: what one wants to know at once. */
  facts?: string;
  children: ReactNode;
}

/** The frame of what can be acted on. A group, no region: several of a name stand in one log. */
export const CardFrame = ({ icon: Icon, heading, facts, children }: CardFrameProps) => (
  <div role="group" className={styles.card} aria-label={heading}>
    <p className={styles.heading}>
      <Icon aria-hidden className={styles.icon} />
      <b>{heading}</b>
      {facts && <span>{facts}</span>}
    </p>
    {children}
  </div>
);
