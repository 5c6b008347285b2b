import { useEffect, useState } from 'react';
import { IconWarning } from 'suomifi-icons';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useConnection } from '../../platform/connection.js';
import styles from './connection-strip.module.css';

/** The yellow strip under the top bar: no connection, or no live updates, and how much waits. */
export const ConnectionStrip = () => {
  const t = useTexts(shellTexts);
  const { online, live, waiting } = useConnection();
  const isLiveLost = useLasting(live === 'lost');
  const offlineText = waiting > 0 ? t.offlineWaiting(waiting) : t.offline;
  const text = online ? isLiveLost && t.liveLost : offlineText;
  return (
    <div role="status">
      {text && (
        <p className={styles.strip}>
          <IconWarning className={styles.icon} aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
};

const patienceMs = 4_000;

/** True once the condition has held for a while: a connection that comes back at once is not worth a strip. */
const useLasting = (condition: boolean): boolean => {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(condition), condition ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [condition]);
  return condition && lasts;
};
