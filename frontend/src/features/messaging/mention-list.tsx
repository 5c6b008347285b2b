import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './mention-list.module.css';
import type { Mentions } from './use-mentions.js';

/** People behind an `@`: focus stays in the field, which names the one that Enter would choose. */
export const MentionList = ({
  id,
  mentions,
  view,
}: {
  id: string;
  mentions: Mentions;
  view: ConversationView;
}) => {
  const t = useTexts(conversationToolTexts).mention;
  const language = useLanguage();
  if (mentions.people.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t.people} className={styles.list}>
      {mentions.people.map((person, index) => {
        const organization = view.organizations.find((one) => one.id === person.organizationId);
        return (
          // Focus stays in the field, whose keys choose here too.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={person.membershipId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === mentions.active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mentions.choose(person)}
          >
            <b>{person.name}</b>
            {organization && <span>{inLanguage(organization.name, language).text}</span>}
          </div>
        );
      })}
    </div>
  );
};
