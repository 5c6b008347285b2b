import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Name and value pairs; `columns` puts the pairs side by side where there is room. */
export const Facts = ({ facts, columns = false }: { facts: readonly Fact[]; columns?: boolean }) => (
  <dl className={columns ? styles.columns : styles.rows}>
    {facts.map(({ name, value }) => (
      <div key={name} className={styles.pair}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
