import { checklistItems } from '@rinnalla/shared/messaging/checklist-rules';
import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { IconCheckCircle, IconListBulleted } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CardFrame } from '../card-frame.js';
import { ChecklistItem } from './checklist-item.js';
import styles from './checklist.module.css';

interface ChecklistCardProps {
  line: MessageLine;
  view: ConversationView;
}

/** What is to be done, and what is: each item is ticked here by whoever reads it. */
export const ChecklistCard = ({ line, view }: ChecklistCardProps) => {
  const t = useTexts(conversationCardTexts).checklist;
  const items = checklistItems(line.body ?? '');
  const done = line.ticks.length;
  return (
    <CardFrame
      icon={done === items.length ? IconCheckCircle : IconListBulleted}
      heading={t.card}
      facts={t.done(done, items.length)}
    >
      <ul className={styles.items}>
        {items.map((text, place) => (
          <ChecklistItem
            key={place}
            text={text}
            place={place}
            tick={line.ticks.find(({ item }) => item === place)}
            seq={line.seq}
            view={view}
          />
        ))}
      </ul>
    </CardFrame>
  );
};
