import { Problem } from '../kernel/problem.js';
import { checkAgreementAnswer, pinnedAgreements, standingOf } from './agreement-rules.js';
import type { EntryView } from './conversation-entry.js';
import { openConversation, stepConversation } from './conversation-state.js';
import { type AgreementVerdict, agreementVerdicts } from './message-card.js';

const [writer, other] = ['kouvola', 'salmenpaa'];
const answers = (verdicts: AgreementVerdict[]) =>
  verdicts.map((verdict) => ({ kind: 'agreementAnswer' as const, concerns: 1, verdict }));
const refusal = (verdict: AgreementVerdict, by: string, given: AgreementVerdict[]): string | undefined => {
  try {
    checkAgreementAnswer(
      { organizationId: writer, answers: answers(given) },
      { organizationId: by, verdict },
    );
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.extra.reason : 'no problem of ours';
  }
};

const at = '2026-11-24T06:00:00.000Z';
const sender = { personId: 'p', name: 'Pekka', organizationId: other };
const message = (seq: number, card?: object): EntryView =>
  ({ seq, at, kind: 'message', sender, clientMessageId: `m${seq}`, body: `Sovittu ${seq}`, card }) as never;
const agreed = (seq: number) => message(seq, { kind: 'agreement' });
const answered = (seq: number, concerns: number, verdict: AgreementVerdict) =>
  message(seq, { kind: 'agreementAnswer', concerns, verdict });
const pinnedIn = (entries: EntryView[]) =>
  pinnedAgreements(stepConversation(openConversation('me'), { type: 'entriesCame', entries }).lines).map(
    ({ line, standing }) => [line.seq, standing],
  );

describe('what was agreed', () => {
  /** Who may say what, after what has been said; everything else is refused. */
  const may: [given: AgreementVerdict[], by: string, verdict: AgreementVerdict][] = [
    [[], other, 'confirmed'],
    [[], other, 'disputed'],
    [['confirmed'], writer, 'ended'],
    [['confirmed'], other, 'ended'],
  ];
  const histories: AgreementVerdict[][] = [[], ['confirmed'], ['disputed'], ['confirmed', 'ended']];
  const everyCase = histories.flatMap((given) =>
    [writer, other].flatMap((by) => agreementVerdicts.map((verdict) => ({ given, by, verdict }))),
  );

  it.each(everyCase)('after $given: $verdict by $by', ({ given, by, verdict }) => {
    const allowed = may.some(
      ([before, who, what]) => before.join() === given.join() && who === by && what === verdict,
    );

    expect(refusal(verdict, by, given) === undefined).toBe(allowed);
  });

  it('is refused with what a person can understand of it', () => {
    expect(refusal('confirmed', writer, [])).toBe('ownCard');
    expect(refusal('disputed', other, ['confirmed'])).toBe('cardAnswered');
    expect(refusal('ended', other, [])).toBe('notConfirmed');
    expect(refusal('ended', writer, ['disputed'])).toBe('notConfirmed');
    expect(refusal('ended', writer, ['confirmed', 'ended'])).toBe('alreadyEnded');
  });

  it('stands as its last answer says', () => {
    expect(histories.map((given) => standingOf(answers(given)))).toEqual([
      'waits',
      'stands',
      'disputed',
      'ended',
    ]);
  });

  it('is pinned while it waits or stands, the newest first', () => {
    const log = [agreed(1), agreed(2), agreed(3), agreed(4), answered(5, 2, 'confirmed')];
    const later = [...log, answered(6, 3, 'disputed'), answered(7, 4, 'confirmed'), answered(8, 4, 'ended')];

    expect(pinnedIn(log)).toEqual([
      [4, 'waits'],
      [3, 'waits'],
      [2, 'stands'],
      [1, 'waits'],
    ]);
    expect(pinnedIn(later)).toEqual([
      [2, 'stands'],
      [1, 'waits'],
    ]);
  });

  it('is pinned no longer when its text has been removed, or never was one', () => {
    const redaction: EntryView = { seq: 3, at, kind: 'redaction', sender, concerns: 1 };

    expect(pinnedIn([agreed(1), message(2), redaction])).toEqual([]);
  });
});
