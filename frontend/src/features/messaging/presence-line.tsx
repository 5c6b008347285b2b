import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { PersonPresent } from '@rinnalla/shared/messaging/presence';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useLanguage } from '../../i18n/language.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './conversation.module.css';
import { useConversationTeam } from './use-conversation-team.js';

/** Who else is here and who writes. In sight only: a screen reader is not interrupted by others' coming and going. */
export const PresenceLine = ({
  view,
  others,
}: {
  view: ConversationView;
  others: readonly PersonPresent[];
}) => {
  const t = useTexts(conversationToolTexts).presence;
  const language = useLanguage();
  const team = useConversationTeam(view.id, others.length > 0);
  if (others.length === 0) return <p className={styles.presence} />;
  // Whoever is not known by name here is told by their organization.
  const nameOf = ({ membershipId, organizationId }: PersonPresent): string => {
    const organization = view.organizations.find(({ id }) => id === organizationId);
    return (
      team.find((member) => member.membershipId === membershipId)?.name ??
      t.someone(organization ? inLanguage(organization.name, language).text : '')
    );
  };
  const listed = (people: readonly PersonPresent[]): string =>
    formatList([...new Set(people.map(nameOf))], language);
  const writing = others.filter(({ presence }) => presence === 'writing');
  return (
    <p className={styles.presence}>
      {writing.length > 0 ? t.writing(listed(writing)) : t.here(listed(others))}
    </p>
  );
};
