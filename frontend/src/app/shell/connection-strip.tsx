import { IconAlert } from 'suomifi-icons';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useConnection } from '../../platform/connection.js';
import styles from './connection-strip.module.css';

/** The yellow strip under the top bar: no connection, or no live updates, and how much waits. */
export const ConnectionStrip = () => {
  const t = useTexts(shellTexts);
  const { online, live, waiting } = useConnection();
  const text = !online
    ? waiting > 0
      ? t.offlineWaiting(waiting)
      : t.offline
    : live === 'lost'
      ? t.liveLost
      : undefined;
  return (
    <div role="status">
      {text && (
        <p className={styles.strip}>
          <IconAlert className={styles.icon} aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
};
