import { asLocalDate } from '../kernel/local-date.js';
import { type ReferralAction, type ReferralParty, referralActions } from './referral-action.js';
import { actorOf, draftInOrder, exampleNow, factsInOrder, inputInOrder } from './referral-examples.js';
import type { ActionInput, DraftFacts, ReferralFacts } from './referral-facts.js';
import type { ReferralRefusal } from './referral-refusal.js';
import type { ReferralStatus } from './referral-status.js';
import { decide } from './referral-workflow.js';
import { type Need, guards } from './referral-workflow-guards.js';
import { type TransitionRow, referralTransitions } from './referral-workflow-table.js';

const refusalOf = (
  action: ReferralAction,
  status: ReferralStatus,
  party: ReferralParty,
  facts: Partial<ReferralFacts>,
  input: ActionInput = inputInOrder[action],
): ReferralRefusal | undefined => {
  const decision = decide({
    action,
    status,
    actor: actorOf(party),
    facts: { ...factsInOrder, ...facts },
    input,
  });
  return decision.allowed ? undefined : decision.reason;
};
const draft = (change: Partial<DraftFacts>): Partial<ReferralFacts> => ({
  draft: { ...draftInOrder, ...change },
});

describe('what a reason makes good', () => {
  it('sends K1, past a condition and beside an open referral', () => {
    expect(
      refusalOf('send', 'draft', 'sender', draft({ urgency: 'K1', urgencyReason: 'housing' })),
    ).toBeUndefined();
    expect(
      refusalOf('send', 'draft', 'sender', draft({ eligible: false, eligibilityOverride: 'will_be_met' })),
    ).toBeUndefined();
    expect(
      refusalOf('send', 'draft', 'sender', draft({ duplicateOpen: true, duplicateOverride: 'other_goal' })),
    ).toBeUndefined();
  });

  it('sends where nothing is bought, too', () => {
    expect(refusalOf('send', 'draft', 'sender', { agreement: 'notNeeded' })).toBeUndefined();
  });

  it('lets an offer skip the queue', () => {
    const input = { offeringId: 'o', reason: 'unsuitable_place' };
    expect(refusalOf('offer', 'waitlisted', 'provider', { isFirstInQueue: false }, input)).toBeUndefined();
  });

  it.each([{ suggestedServiceId: 's' }, { callRequested: true }])('declines with %j', (suggestion) => {
    expect(
      refusalOf('decline', 'sent', 'provider', {}, { reason: 'target_group', ...suggestion }),
    ).toBeUndefined();
  });

  it('lets a returning client have a free place when the own one is gone', () => {
    expect(refusalOf('resume', 'paused', 'provider', { placeKept: false, freePlaces: 1 })).toBeUndefined();
  });

  it('lets an offer lapse, a planned end come and silence approve', () => {
    expect(refusalOf('refuse_offer', 'offered', 'system', {}, {})).toBeUndefined();
    expect(
      refusalOf('finish', 'started', 'provider', {}, { endDate: asLocalDate('2026-11-24') }),
    ).toBeUndefined();
    expect(refusalOf('approve', 'closing', 'system', {})).toBeUndefined();
  });
});

describe('a fact that nobody looked up', () => {
  // These look at the input alone, or at a step that is always known to be fresh enough to need no note.
  const byInput: readonly Need[] = [
    'questions',
    'answers',
    'promise',
    'expectedWait',
    'offering',
    'reason',
    'suggestion',
    'startDate',
    'expectedReturn',
    'earlyEnd',
    'outcome',
    'assignee',
  ];
  const bySystemOnly: readonly Need[] = ['refusalReason', 'offerLapsed', 'consentEnded', 'approvalDue'];

  it('refuses', () => {
    const actions = referralActions.filter((action) => action !== 'undo');
    for (const action of actions) {
      const { needs }: TransitionRow = referralTransitions[action];
      for (const need of needs.filter((name) => !byInput.includes(name) && !bySystemOnly.includes(name))) {
        const refusal = guards[need]({
          action,
          actor: actorOf('provider'),
          facts: { now: exampleNow },
          input: inputInOrder[action],
        });
        expect([need, refusal?.allowed]).toEqual([need, false]);
      }
    }
    for (const need of bySystemOnly.filter((name) => name !== 'refusalReason')) {
      const refusal = guards[need]({
        action: 'withdraw',
        actor: actorOf('system'),
        facts: { now: exampleNow },
        input: {},
      });
      expect([need, refusal?.allowed]).toEqual([need, false]);
    }
  });
});
