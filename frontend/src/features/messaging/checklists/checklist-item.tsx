import type { Tick } from '@rinnalla/shared/messaging/conversation-line';
import { type ConversationView, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { useAction } from '../../../platform/use-action.js';
import { ProblemNotice } from '../../../ui/states.js';
import cardStyles from '../card.module.css';
import styles from './checklist.module.css';

interface ChecklistItemProps {
  text: string;
  place: number;
  tick: Tick | undefined;
  /** The number of the checklist's message. */
  seq: number;
  view: ConversationView;
}

export const ChecklistItem = ({ text, place, tick, seq, view }: ChecklistItemProps) => {
  const { checklist: t, refusals } = useTexts(conversationCardTexts);
  const language = useLanguage();
  const now = useNow();
  /** What was pressed, until there is an answer: then the log says it too, or the refusal why not. */
  const [pressed, setPressed] = useState<boolean>();
  const ticking = useAction(messagingRoutes.tick);
  const reason = ticking.error?.extra.reason;
  return (
    <li>
      <label className={styles.item}>
        <input
          type="checkbox"
          checked={pressed ?? tick !== undefined}
          disabled={!view.writable}
          onChange={({ target: { checked: done } }) => {
            setPressed(done);
            ticking.mutate(
              { params: { conversationId: view.id, seq, item: place }, body: { done } },
              { onSettled: () => setPressed(undefined) },
            );
          }}
        />
        <span>
          {text}
          {tick && (
            <span className={cardStyles.waits}>
              {' '}
              {t.ticked(tick.sender.name, formatMoment(tick.at, language, now))}
            </span>
          )}
        </span>
      </label>
      <ProblemNotice problem={ticking.error} sentence={reason ? refusals[reason] : undefined} />
    </li>
  );
};
