import { type ReferralAction, type ReferralActor } from './referral-action.js';
import { actorOf, factsInOrder, inputInOrder } from './referral-examples.js';
import type { ActionInput, ReferralFacts } from './referral-facts.js';
import type { ReferralStatus } from './referral-status.js';
import { type Allowed, availableActions, decide } from './referral-workflow.js';

const outcome = (
  action: ReferralAction,
  status: ReferralStatus,
  actor: ReferralActor,
  facts: Partial<ReferralFacts> = {},
  input: ActionInput = inputInOrder[action],
): Allowed => {
  const decision = decide({ action, status, actor, facts: { ...factsInOrder, ...facts }, input });
  if (!decision.allowed) throw new Error(`${action} refused: ${decision.reason}`);
  return decision;
};
const sender = actorOf('sender');
const provider = actorOf('provider');
const system = actorOf('system');

describe('what follows from an action', () => {
  it.each<
    [
      ReferralAction,
      ReferralStatus,
      ReferralActor,
      ReferralStatus,
      reserved: number,
      inUse: number,
      waitlist: number,
      Allowed['agreement'],
      Allowed['clocks'],
    ]
  >([
    ['send', 'draft', sender, 'sent', 0, 0, 0, 'none', { answer: 'begin' }],
    ['acknowledge', 'sent', provider, 'acknowledged', 0, 0, 0, 'none', {}],
    [
      'ask',
      'acknowledged',
      provider,
      'clarification',
      0,
      0,
      0,
      'none',
      { answer: 'pause', clarification: 'begin' },
    ],
    [
      'answer',
      'clarification',
      sender,
      'acknowledged',
      0,
      0,
      0,
      'none',
      { answer: 'resume', clarification: 'met' },
    ],
    ['accept', 'sent', provider, 'accepted', 1, 0, 0, 'commit', { answer: 'met', start: 'begin' }],
    ['waitlist', 'sent', provider, 'waitlisted', 0, 0, 1, 'none', { answer: 'met', relevance: 'begin' }],
    ['offer', 'waitlisted', system, 'offered', 1, 0, -1, 'none', { relevance: 'pause', offer: 'begin' }],
    [
      'take_offer',
      'offered',
      sender,
      'accepted',
      0,
      0,
      0,
      'commit',
      { offer: 'met', relevance: 'stop', start: 'begin' },
    ],
    [
      'refuse_offer',
      'offered',
      system,
      'waitlisted',
      -1,
      0,
      1,
      'none',
      { offer: 'stop', relevance: 'resume' },
    ],
    ['decline', 'sent', provider, 'declined', 0, 0, 0, 'none', { answer: 'met', relevance: 'stop' }],
    ['decline', 'waitlisted', provider, 'declined', 0, 0, -1, 'none', { answer: 'met', relevance: 'stop' }],
    ['start', 'accepted', provider, 'started', -1, 1, 0, 'none', { start: 'met', progress: 'begin' }],
    ['not_started', 'accepted', sender, 'withdrawn', -1, 0, 0, 'release', { start: 'stop' }],
    ['pause', 'started', provider, 'paused', 0, 0, 0, 'none', { progress: 'pause' }],
    ['resume', 'paused', provider, 'started', 0, 0, 0, 'none', { progress: 'resume' }],
    ['finish', 'started', provider, 'closing', 0, -1, 0, 'none', { progress: 'stop', closing: 'begin' }],
    ['report', 'closing', provider, 'closing', 0, 0, 0, 'none', { closing: 'met', approval: 'begin' }],
    [
      'approve',
      'closing',
      sender,
      'completed',
      0,
      0,
      0,
      'settle',
      { closing: 'stop', approval: 'met', followUp: 'begin' },
    ],
  ])('%s from %s', (action, status, actor, to, reserved, inUse, waitlist, agreement, clocks) => {
    expect(outcome(action, status, actor)).toMatchObject({
      to,
      capacity: { reserved, inUse, waitlist },
      agreement,
    });
    expect(outcome(action, status, actor).clocks).toEqual(clocks);
  });

  it('stops every clock of what is taken back or was an error', () => {
    for (const action of ['withdraw', 'mark_in_error'] as const) {
      expect(new Set(Object.values(outcome(action, 'offered', sender).clocks))).toEqual(new Set(['stop']));
      expect(outcome(action, 'offered', sender)).toMatchObject({
        capacity: { reserved: -1 },
        freesPlace: true,
      });
    }
    expect(outcome('expire', 'sent', system).clocks).toEqual({ answer: 'stop' });
  });

  it('frees a place for the next in line, and only then', () => {
    expect(outcome('finish', 'started', provider).freesPlace).toBe(true);
    expect(outcome('not_started', 'accepted', provider).freesPlace).toBe(true);
    expect(outcome('finish', 'paused', provider, { placeKept: false }).freesPlace).toBe(false);
    expect(outcome('start', 'accepted', provider).freesPlace).toBe(false);
    expect(outcome('decline', 'waitlisted', provider).freesPlace).toBe(false);
  });

  it('takes a new place for a return whose own is gone', () => {
    expect(outcome('resume', 'paused', provider, { placeKept: false }).capacity.inUse).toBe(1);
  });

  it('keeps the provider’s clock running when the same is asked again', () => {
    const again = outcome('ask', 'sent', provider, { askedFields: ['startWish'] });
    expect(again.clocks).toEqual({ clarification: 'begin' });
    const input = { questions: [{ field: 'startWish' }, { field: 'language' }] };
    expect(outcome('ask', 'sent', provider, { askedFields: ['startWish'] }, input).clocks.answer).toBe(
      'pause',
    );
  });

  it('completes what came to its planned end and interrupts what ended early', () => {
    const closing = { reportGiven: true, endedEarly: true, attendance: 'noDuty' } as const;
    expect(outcome('approve', 'closing', sender, { closing }).to).toBe('interrupted');
    expect(outcome('approve', 'closing', sender, { closing: { ...closing, endedEarly: false } }).to).toBe(
      'completed',
    );
  });

  it('changes hands without moving', () => {
    expect(outcome('reassign', 'started', actorOf('provider', 'manager'))).toMatchObject({
      to: 'started',
      clocks: {},
      freesPlace: false,
      endsProviderAccess: false,
    });
    expect(outcome('reassign', 'declined', actorOf('sender', 'manager')).endsProviderAccess).toBe(false);
  });

  it('ends the provider’s access with a decline, a withdrawal, a silence and an error', () => {
    expect(outcome('decline', 'sent', provider).endsProviderAccess).toBe(true);
    expect(outcome('withdraw', 'sent', sender).endsProviderAccess).toBe(true);
    expect(outcome('not_started', 'accepted', sender).endsProviderAccess).toBe(true);
    expect(outcome('expire', 'sent', system).endsProviderAccess).toBe(true);
    expect(outcome('mark_in_error', 'sent', sender).endsProviderAccess).toBe(true);
    expect(outcome('approve', 'closing', sender).endsProviderAccess).toBe(false);
    expect(outcome('withdraw', 'draft', sender).endsProviderAccess).toBe(false);
  });

  it('counts a need that supply left unmet', () => {
    expect(outcome('decline', 'sent', provider).unmetNeed).toBe(true);
    expect(outcome('decline', 'sent', provider, {}, { reason: 'does_not_want' }).unmetNeed).toBe(false);
    expect(outcome('expire', 'sent', system).unmetNeed).toBe(true);
    expect(
      outcome('finish', 'started', provider, {}, { ...inputInOrder.finish, early: false, reason: 'funding' })
        .unmetNeed,
    ).toBe(false);
    expect(
      outcome('finish', 'started', provider, {}, { ...inputInOrder.finish, reason: 'funding' }).unmetNeed,
    ).toBe(true);
    expect(outcome('accept', 'sent', provider).unmetNeed).toBe(false);
  });
});

describe('the buttons', () => {
  it('are those of the party, also where a form must still be filled', () => {
    expect(availableActions('sent', provider, { now: factsInOrder.now })).toEqual([
      'acknowledge',
      'ask',
      'accept',
      'waitlist',
      'decline',
    ]);
    expect(availableActions('sent', sender, { now: factsInOrder.now })).toEqual([
      'withdraw',
      'mark_in_error',
    ]);
  });

  it('let nobody approve what has not been reported', () => {
    const closing = { reportGiven: false, endedEarly: false, attendance: 'noDuty' } as const;
    expect(availableActions('closing', sender, { now: factsInOrder.now, closing })).toEqual([]);
    expect(
      availableActions('closing', sender, {
        now: factsInOrder.now,
        closing: { ...closing, reportGiven: true },
      }),
    ).toEqual(['approve']);
  });
});
