import { actorOf, exampleNow, factsInOrder } from './referral-examples.js';
import type { ActionInput, LastStepFacts, ReferralFacts } from './referral-facts.js';
import type { ReferralRefusal } from './referral-refusal.js';
import { availableActions, decide } from './referral-workflow.js';

const minutesAgo = (minutes: number): Date => new Date(exampleNow.getTime() - minutes * 60_000);

describe('undo', () => {
  const lastStep = {
    ...factsInOrder.lastStep,
    action: 'decline',
    party: 'provider',
    from: 'acknowledged',
    followed: false,
  } as const;
  const factsAfter = (step: Partial<LastStepFacts>): ReferralFacts => ({
    ...factsInOrder,
    lastStep: { ...lastStep, at: minutesAgo(0), ...step },
  });
  const undo = (step: Partial<LastStepFacts>, input: ActionInput = {}): ReferralRefusal | undefined => {
    const decision = decide({
      action: 'undo',
      status: 'declined',
      actor: actorOf('provider'),
      facts: factsAfter(step),
      input,
    });
    return decision.allowed ? undefined : decision.reason;
  };

  it.each<[string, ReferralRefusal | undefined, Partial<LastStepFacts>, ActionInput]>([
    ['at once needs no word', undefined, {}, {}],
    ['at ten seconds needs no word', undefined, { at: minutesAgo(1 / 6) }, {}],
    ['after ten seconds needs a note', 'noteMissing', { at: minutesAgo(0.17) }, {}],
    ['after ten seconds goes with a note', undefined, { at: minutesAgo(0.17) }, { note: 'Väärä nappi.' }],
    ['after a day still goes', undefined, { at: minutesAgo(24 * 60) }, { note: 'Väärä nappi.' }],
    [
      'after more than a day is too late',
      'undoTooLate',
      { at: minutesAgo(24 * 60 + 1) },
      { note: 'Väärä nappi.' },
    ],
    ['is too late once something followed', 'somethingFollowed', { followed: true }, {}],
    ['is not for what the other side did', 'nothingToUndo', { action: 'take_offer', party: 'sender' }, {}],
    ['is not for what the system did', 'nothingToUndo', { action: 'waitlist', party: 'system' }, {}],
    ['is not for an undo', 'nothingToUndo', { action: 'undo' }, {}],
  ])('%s', (_what, refusal, step, input) => {
    expect(undo(step, input)).toBe(refusal);
  });

  it('is nothing where nothing was done', () => {
    const { lastStep: _none, ...facts } = factsInOrder;
    expect(decide({ action: 'undo', status: 'declined', actor: actorOf('provider'), facts })).toMatchObject({
      reason: 'nothingToUndo',
    });
  });

  it('leads back to where the step came from, with its counters and its clock', () => {
    const facts = factsAfter({ action: 'accept', from: 'acknowledged' });
    expect(decide({ action: 'undo', status: 'accepted', actor: actorOf('provider'), facts })).toMatchObject({
      allowed: true,
      to: 'acknowledged',
      capacity: { reserved: -1, inUse: 0, waitlist: 0 },
      agreement: 'reverse',
      clocks: { answer: 'restore', start: 'stop' },
      endsProviderAccess: false,
    });
  });

  it('of a decline from the queue queues again', () => {
    const facts = factsAfter({ from: 'waitlisted' });
    expect(decide({ action: 'undo', status: 'declined', actor: actorOf('provider'), facts })).toMatchObject({
      to: 'waitlisted',
      capacity: { waitlist: 1 },
    });
  });

  it('is offered as long as it can be done', () => {
    const offered = (step: Partial<LastStepFacts>) =>
      availableActions('declined', actorOf('provider'), factsAfter(step));
    expect(offered({ at: minutesAgo(60) })).toEqual(['undo']);
    expect(offered({ followed: true })).toEqual([]);
    expect(offered({ at: minutesAgo(25 * 60) })).toEqual([]);
  });
});
