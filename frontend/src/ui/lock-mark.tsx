import { IconLock } from 'suomifi-icons';
import styles from './lock-mark.module.css';

/** A lock and why something is not shown. */
export const LockMark = ({ children }: { children: string }) => (
  <span className={styles.mark}>
    <IconLock aria-hidden />
    {children}
  </span>
);
