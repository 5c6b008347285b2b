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

  it('binds with its answer, whichever card it is; plain words and a call never do', () => {
    const asking: MessageCard[] = [
      { kind: 'meetingProposal', times: [], minutes: 45, way: 'phone' },
      { kind: 'agreement' },
      { kind: 'documentRequest', document: 'decision' },
    ];
    const answers: MessageCard[] = [
      answer(1),
      { kind: 'agreementAnswer', concerns: 2, verdict: 'disputed' },
      { kind: 'documentAnswer', concerns: 3, given: true },
    ];
    const binding = (cards: (MessageCard | undefined)[]) => {
      const lines = linesOf(cards);
      return lines.map((line) => isBinding(line, lines));
    };

    expect(binding([...asking, ...answers])).toEqual([true, true, true, true, true, true]);
    expect(binding([...asking, { kind: 'phoneCall', reached: true }, undefined])).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('finds its own answers alone, oldest first', () => {
    const lines = linesOf([
      { kind: 'agreement' },
      { kind: 'agreement' },
      { kind: 'agreementAnswer', concerns: 1, verdict: 'confirmed' },
      { kind: 'agreementAnswer', concerns: 2, verdict: 'confirmed' },
      { kind: 'agreementAnswer', concerns: 1, verdict: 'ended' },
    ]);

    expect(answersTo({ seq: 1 }, 'agreementAnswer', lines).map(({ seq }) => seq)).toEqual([3, 5]);
    expect(answersTo({ seq: 1 }, 'documentAnswer', lines)).toEqual([]);
  });
});
