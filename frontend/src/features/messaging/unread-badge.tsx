import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMyConversations, useUnreadLive } from './messaging.queries.js';
import styles from './unread-badge.module.css';

/** How many of the reader's conversations have unread words; a full page and more as `20+`. */
export const UnreadBadge = () => {
  const t = useTexts(messagingTexts);
  const { data } = useMyConversations('unread');
  useUnreadLive();
  const [page] = data?.pages ?? [];
  if (!page || page.items.length === 0) return null;
  return (
    <span className={styles.badge}>
      {page.items.length}
      {page.next && '+'}
      <span className="visually-hidden"> {t.unread(page.items.length)}</span>
    </span>
  );
};
