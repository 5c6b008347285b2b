import type { EarlierText } from '@rinnalla/shared/messaging/conversation-line';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import styles from './conversation.module.css';

/** What stood in an edited message before: an edit hides nothing. */
export const EarlierTexts = ({ texts }: { texts: readonly EarlierText[] }) => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  if (texts.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{t.earlierTexts}</summary>
      <ol>
        {texts.map(({ body, at }) => (
          <li key={at}>
            <time dateTime={at}>{formatMoment(at, language, now)}</time>
            <p className={styles.text}>{body}</p>
          </li>
        ))}
      </ol>
    </details>
  );
};
