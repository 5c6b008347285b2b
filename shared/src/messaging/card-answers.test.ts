import { Problem } from '../kernel/problem.js';
import { answersTo, checkFirstAnswer, isBinding } from './card-answers.js';
import { openConversation, stepConversation } from './conversation-state.js';
import type { MessageLine } from './conversation-line.js';
import type { MessageCard } from './message-card.js';

const answer = (concerns: number): MessageCard => ({ kind: 'meetingAnswer', concerns, time: null });
const linesOf = (cards: (MessageCard | undefined)[]) =>
  stepConversation(openConversation('me'), {
    type: 'entriesCame',
    entries: cards.map((card, index) => ({
      seq: index + 1,
      at: '2026-11-24T06:00:00.000Z',
      kind: 'message',
      sender: { personId: 'p', name: 'Pekka', organizationId: 'salmenpaa' },
      clientMessageId: `m${index}`,
      body: 'Hei',
      ...(card ? { card } : {}),
    })),
  }).lines as MessageLine[];
const refusal = (asker: string, answers: MessageCard[]): string | undefined => {
  try {
    checkFirstAnswer({ organizationId: asker, answers }, 'salmenpaa');
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.extra.reason : 'no problem of ours';
  }
};

describe('a card that asks', () => {
  it('is answered by the other side, once', () => {
    expect(refusal('kouvola', [])).toBeUndefined();
    expect(refusal('salmenpaa', [])).toBe('ownCard');
    expect(refusal('kouvola', [answer(1)])).toBe('cardAnswered');
  });

  it('binds with its answer; plain words and a call never do', () => {
    const proposal: MessageCard = { kind: 'meetingProposal', times: [], minutes: 45, way: 'phone' };
    const binding = (cards: (MessageCard | undefined)[]) => {
      const lines = linesOf(cards);
      return lines.map((line) => isBinding(line, lines));
    };

    expect(binding([proposal, proposal, answer(1)])).toEqual([true, false, true]);
    expect(binding([{ kind: 'phoneCall', reached: true }, undefined])).toEqual([false, false]);
  });

  it('finds its own answers alone', () => {
    const proposal: MessageCard = { kind: 'meetingProposal', times: [], minutes: 45, way: 'phone' };
    const lines = linesOf([proposal, proposal, answer(2), answer(1)]);

    expect(answersTo({ seq: 1 }, 'meetingAnswer', lines).map(({ seq }) => seq)).toEqual([4]);
  });
});
