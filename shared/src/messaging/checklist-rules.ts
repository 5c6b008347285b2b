import { Problem } from '../kernel/problem.js';
import type { MessageCard } from './message-card.js';
import { messageMaxBytes } from './message-rules.js';

/** As many lines as a message can hold: every one of them is an item, and an address names it by its place. */
export const mostChecklistItems = messageMaxBytes / 2;

/** The items of a checklist, in order: the lines of its message that have words. */
export const checklistItems = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Throws why nothing is ticked here. `body` is null when the message was removed. */
export const checkTick = (
  { card, body }: { card: MessageCard | null | undefined; body: string | null },
  item: number,
): void => {
  if (body === null) throw new Problem('wrongStatus', { reason: 'messageRemoved' });
  if (card?.kind !== 'checklist' || item >= checklistItems(body).length) throw new Problem('notFound');
};
