import type { ReactNode } from 'react';
import styles from './identity-bar.module.css';

interface IdentityBarProps {
  /** Names the bar for screen readers. */
  label: string;
  /** Whom this is about; the largest word. */
  name: ReactNode;
  items: readonly ReactNode[];
}

/** Pins to the top who the page is about, so that nobody writes about the wrong person. */
export const IdentityBar = ({ label, name, items }: IdentityBarProps) => (
  <section className={styles.bar} aria-label={label}>
    <strong className={styles.name}>{name}</strong>
    <ul className={styles.items}>
      {items.map((item, position) => (
        <li key={position}>{item}</li>
      ))}
    </ul>
  </section>
);
