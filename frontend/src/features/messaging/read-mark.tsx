import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { IconCheck } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMember } from '../../platform/session.js';
import styles from './conversation.module.css';

interface ReadMarkProps {
  view: ConversationView;
  readUpTo: Readonly<Record<string, number>>;
  seq: number;
}

/** Which organizations have read so far; never which person. */
export const ReadMark = ({ view, readUpTo, seq }: ReadMarkProps) => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const { acting } = useMember();
  const names = view.organizations
    .filter(({ id }) => id !== acting.organization.id && (readUpTo[id] ?? 0) >= seq)
    .map(({ name }) => inLanguage(name, language).text);
  return (
    <li className={styles.readMark}>
      <IconCheck aria-hidden className={styles.smallIcon} />
      {t.read(formatList(names, language))}
    </li>
  );
};
