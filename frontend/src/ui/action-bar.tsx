import type { ReactNode } from 'react';
import styles from './action-bar.module.css';

/** The acts of a card or a form: at thumb height on a phone, in place elsewhere. */
export const ActionBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.bar} role="group" aria-label={label}>
    {children}
  </div>
);
