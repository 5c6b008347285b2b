import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConversationSummary } from '@rinnalla/shared/messaging/messaging-routes';
import { Link } from 'react-router';
import { attachmentTexts } from '../../i18n/attachment.js';
import { conversationListTexts } from '../../i18n/conversation-list.js';
import { formatMoment, formatNearDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import styles from './conversations-page.module.css';
import { useCallSentence } from './use-call-sentence.js';

/** One conversation of the list: whose case, who wrote last, and what it wants of the reader, in words. */
export const ConversationItem = ({ item }: { item: ConversationSummary }) => {
  const { removed, you } = useTexts(messagingTexts);
  const t = useTexts(conversationListTexts);
  const { aFile } = useTexts(attachmentTexts);
  const language = useLanguage();
  const now = useNow();
  const callSentence = useCallSentence();
  const { senderName, text, mine, call } = item.lastMessage;
  const said = text || (typeof call === 'boolean' ? callSentence(call) : aFile);
  const marks = [
    item.unread > 0 && { word: t.unread(item.unread), strong: true },
    item.mentioned && { word: t.mentioned, strong: true },
    item.hasDraft && { word: t.draft, strong: false },
    item.snoozedUntil && { word: t.until(formatNearDate(item.snoozedUntil, language, now)), strong: false },
    item.resolved && { word: t.resolved, strong: false },
  ].filter((mark) => mark !== false && mark !== null && mark !== '');
  return (
    <li className={`${styles.item} ${item.audience === 'internal' ? styles.internal : ''}`}>
      <Link
        className={styles.link}
        to={`${paths.referral(item.referralId)}#keskustelu`}
        state={{ audience: item.audience }}
      >
        {[item.firstName, item.caseNumber].filter(Boolean).join(' · ')}
      </Link>
      <p className={styles.facts}>
        {item.audience === 'internal'
          ? t.internal
          : t.with(inLanguage(item.otherOrganization.name, language).text)}
        {' · '}
        <time dateTime={item.lastEntryAt}>{formatMoment(item.lastEntryAt, language, now)}</time>
      </p>
      <p className={styles.excerpt}>{t.lastBy(mine ? you : senderName, text === null ? removed : said)}</p>
      {marks.length > 0 && (
        <p className={styles.marks}>
          {marks.map(({ word, strong }) => (
            <span key={word} className={strong ? styles.unread : styles.mark}>
              {word}
            </span>
          ))}
        </p>
      )}
    </li>
  );
};
