import { type ReactNode, useId } from 'react';
import styles from './today-page.module.css';

interface TodaySectionProps {
  title: string;
  isEmpty: boolean;
  /** Closed until asked for: what waits for others is not today's work. */
  isFolded?: boolean;
  children: ReactNode;
}

/** One of the day's short lists; an empty one takes no room. */
export const TodaySection = ({ title, isEmpty, isFolded = false, children }: TodaySectionProps) => {
  const id = useId();
  if (isEmpty) return null;
  if (isFolded) {
    return (
      <details className={styles.folded}>
        <summary>
          <h2>{title}</h2>
        </summary>
        {children}
      </details>
    );
  }
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};
