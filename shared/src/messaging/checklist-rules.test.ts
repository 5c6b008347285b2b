import { Problem } from '../kernel/problem.js';
import { checklistItems, checkTick, mostChecklistItems } from './checklist-rules.js';
import type { EntryView } from './conversation-entry.js';
import { openConversation, stepConversation } from './conversation-state.js';
import { byteLengthOf, messageMaxBytes } from './message-rules.js';

const at = '2026-11-24T06:00:00.000Z';
const pekka = { personId: 'p', name: 'Pekka', organizationId: 'salmenpaa' };
const outi = { personId: 'o', name: 'Outi', organizationId: 'salmenpaa' };
const checklist = { kind: 'checklist' as const };
const list = (seq: number): EntryView => ({
  seq,
  at,
  kind: 'message',
  sender: pekka,
  clientMessageId: `m${seq}`,
  body: 'Avaimet\nVakuutus',
  card: checklist,
});
const tick = (seq: number, item: number, done: boolean, sender = outi): EntryView => ({
  seq,
  at,
  kind: 'tick',
  sender,
  concerns: 1,
  item,
  done,
});
const ticksAfter = (...entries: EntryView[]) => {
  const { lines } = stepConversation(openConversation('p'), { type: 'entriesCame', entries });
  const [line] = lines;
  return line?.kind === 'message' ? line.ticks.map(({ item, sender }) => [item, sender.name]) : undefined;
};
const refusal = (given: Parameters<typeof checkTick>[0], item: number) => {
  try {
    checkTick(given, item);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? [error.code, error.extra.reason] : 'no problem of ours';
  }
};

describe('a checklist', () => {
  it('has an item for each line with words, and each can be named', () => {
    expect(checklistItems(' Avaimet \n\n  \nVakuutus\r\n')).toEqual(['Avaimet', 'Vakuutus']);
    const longest = 'x\n'.repeat(messageMaxBytes / 2);
    expect(byteLengthOf(longest)).toBe(messageMaxBytes);
    expect(checklistItems(longest)).toHaveLength(mostChecklistItems);
  });

  it('is ticked where there is such an item, and nowhere else', () => {
    const body = 'Avaimet\nVakuutus';

    expect([0, 1, 2].map((item) => refusal({ card: checklist, body }, item))).toEqual([
      undefined,
      undefined,
      ['notFound', undefined],
    ]);
    expect(refusal({ card: null, body }, 0)).toEqual(['notFound', undefined]);
    expect(refusal({ card: { kind: 'agreement' }, body }, 0)).toEqual(['notFound', undefined]);
    expect(refusal({ card: checklist, body: null }, 0)).toEqual(['wrongStatus', 'messageRemoved']);
  });

  it('shows of each item the last word on it', () => {
    expect(ticksAfter(list(1), tick(2, 1, true), tick(3, 0, true, pekka))).toEqual([
      [1, 'Outi'],
      [0, 'Pekka'],
    ]);
    expect(ticksAfter(list(1), tick(2, 1, true), tick(3, 1, false))).toEqual([]);
    expect(ticksAfter(list(1), tick(2, 1, true), tick(3, 1, true, pekka))).toEqual([[1, 'Pekka']]);
  });

  it('has no ticks left when it was removed', () => {
    const removal: EntryView = { seq: 3, at, kind: 'redaction', sender: pekka, concerns: 1 };

    expect(ticksAfter(list(1), tick(2, 1, true), removal)).toEqual([]);
  });
});
