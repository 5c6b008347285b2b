import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './mention-list.module.css';
import type { Mentions } from './use-mentions.js';

/** People behind an `@`: focus stays in the field, which names the one that Enter would choose. */
export const MentionList = ({ id, mentions }: { id: string; mentions: Mentions }) => {
  const t = useTexts(conversationToolTexts).mention;
  if (mentions.people.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t.people} className={styles.list}>
      {mentions.people.map((called, index) => (
        // Focus stays in the field, whose keys choose here too.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={called.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === mentions.active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mentions.choose(called)}
        >
          <b>{called.name}</b>
          {called.detail && <span>{called.detail}</span>}
        </div>
      ))}
    </div>
  );
};
