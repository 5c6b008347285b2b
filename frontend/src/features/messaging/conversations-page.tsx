import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConversationSummary } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import styles from './conversations-page.module.css';
import { useMyConversations, useUnreadLive } from './messaging.queries.js';

/** Keskustelut: the reader's conversations, newest first, unread ones told in words. */
export const ConversationsPage = () => {
  const { list: t } = useTexts(messagingTexts);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const conversations = useMyConversations(unreadOnly);
  useUnreadLive();
  const items = conversations.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <label className={styles.filter}>
        <input type="checkbox" checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)} />
        {t.onlyUnread}
      </label>
      {conversations.isError && <ErrorState problem={asProblem(conversations.error)} retry={() => void conversations.refetch()} />}
      {!items && !conversations.isError && <Loading />}
      {items?.length === 0 && <EmptyState title={unreadOnly ? t.emptyUnread : t.empty}>{!unreadOnly && t.emptyHelp}</EmptyState>}
      {items && items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <ConversationItem key={item.id} item={item} />
          ))}
        </ul>
      )}
      {conversations.hasNextPage && (
        <SecondaryButton busy={conversations.isFetchingNextPage} onClick={() => void conversations.fetchNextPage()}>
          {t.more}
        </SecondaryButton>
      )}
    </Page>
  );
};

const ConversationItem = ({ item }: { item: ConversationSummary }) => {
  const texts = useTexts(messagingTexts);
  const { list: t } = texts;
  const language = useLanguage();
  const now = useNow();
  const { senderName, text, mine } = item.lastMessage;
  const words = text ?? texts.removed;
  return (
    <li className={`${styles.item} ${item.audience === 'internal' ? styles.internal : ''}`}>
      <Link className={styles.link} to={`${paths.referral(item.referralId)}#keskustelu`}>
        {item.firstName} · {item.caseNumber}
      </Link>
      <p className={styles.facts}>
        {item.audience === 'internal' ? t.internal : t.with(inLanguage(item.otherOrganization.name, language).text)}
        {' · '}
        <time dateTime={item.lastEntryAt}>{formatMoment(item.lastEntryAt, language, now)}</time>
      </p>
      <p className={styles.excerpt}>{t.lastBy(mine ? texts.you : senderName, words)}</p>
      {item.unread > 0 && <p className={styles.unread}>{t.unread(item.unread)}</p>}
    </li>
  );
};
