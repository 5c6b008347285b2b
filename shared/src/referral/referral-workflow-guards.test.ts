import { asLocalDate } from '../kernel/local-date.js';
import type { ReferralAction, ReferralParty } from './referral-action.js';
import { actorOf, draftInOrder, exampleNow, factsInOrder, inputInOrder } from './referral-examples.js';
import type { ActionInput, DraftFacts, ReferralFacts } from './referral-facts.js';
import { type ReferralRefusal, referralRefusals } from './referral-refusal.js';
import type { ReferralStatus } from './referral-status.js';
import { decide } from './referral-workflow.js';

type Refusing = [what: string, refusal: ReferralRefusal, facts: Partial<ReferralFacts>, input?: ActionInput];

const told = new Set<ReferralRefusal>();
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
  if (decision.allowed) return undefined;
  expect(decision.code).toBe(referralRefusals[decision.reason]);
  told.add(decision.reason);
  return decision.reason;
};
const draft = (change: Partial<DraftFacts>): Partial<ReferralFacts> => ({
  draft: { ...draftInOrder, ...change },
});
const minutesAgo = (minutes: number): Date => new Date(exampleNow.getTime() - minutes * 60_000);

describe.each<[ReferralAction, ReferralStatus, ReferralParty, Refusing[]]>([
  [
    'send',
    'draft',
    'sender',
    [
      ['nobody to refer', 'clientMissing', draft({ hasClient: false })],
      ['no goal in the client’s words', 'goalMissing', draft({ hasGoal: false })],
      ['no urgency class', 'urgencyMissing', draft({ urgency: undefined })],
      ['K1 without a reason', 'urgencyReasonMissing', draft({ urgency: 'K1' })],
      [
        'K1 with a reason of nobody’s list',
        'urgencyReasonMissing',
        draft({ urgency: 'K1', urgencyReason: 'loud' }),
      ],
      ['a service that is not published', 'serviceNotPublished', draft({ servicePublished: false })],
      [
        'a service of another area',
        'serviceNotOpenForMunicipality',
        draft({ serviceOpenForMunicipality: false }),
      ],
      [
        'no consent where the association keeps its own register',
        'consentMissing',
        draft({ recordNeeded: 'consent', recordPresent: false }),
      ],
      ['a client who has not been informed', 'informingMissing', draft({ recordPresent: false })],
      ['a condition that is not met', 'notEligible', draft({ eligible: false })],
      [
        'an override for no known reason',
        'notEligible',
        draft({ eligible: false, eligibilityOverride: 'because' }),
      ],
      [
        'an override that needs a note',
        'noteMissing',
        draft({ eligible: false, eligibilityOverride: 'other' }),
      ],
      ['an open referral to the same service', 'duplicateOpen', draft({ duplicateOpen: true })],
      ['an agreement that has ended', 'agreementEnded', { agreement: 'ended' }],
      ['an agreement that is used up', 'agreementExhausted', { agreement: 'exhausted' }],
    ],
  ],
  ['ask', 'sent', 'provider', [['no question', 'questionMissing', {}, { questions: [] }]]],
  ['answer', 'clarification', 'sender', [['no answer', 'answerMissing', {}, {}]]],
  [
    'accept',
    'acknowledged',
    'provider',
    [
      ['no offering', 'offeringMissing', {}, { ...inputInOrder.accept, offeringId: undefined }],
      ['nobody to meet', 'contactPersonMissing', {}, { ...inputInOrder.accept, contactPersonId: ' ' }],
      ['no day', 'firstMeetingOrStartMissing', {}, { ...inputInOrder.accept, firstMeetingAt: undefined }],
      ['no free place', 'noFreePlace', { freePlaces: 0 }],
      ['an over-booked offering', 'noFreePlace', { freePlaces: -1 }],
      ['an agreement that has ended', 'agreementEnded', { agreement: 'ended' }],
      ['an agreement that is used up', 'agreementExhausted', { agreement: 'exhausted' }],
    ],
  ],
  ['waitlist', 'sent', 'provider', [['no word of the wait', 'expectedWaitMissing', {}, {}]]],
  [
    'offer',
    'waitlisted',
    'provider',
    [
      ['no offering', 'offeringMissing', {}, {}],
      ['others first, and no reason', 'othersAreFirst', { isFirstInQueue: false }],
      [
        'others first, for no known reason',
        'reasonUnknown',
        { isFirstInQueue: false },
        { offeringId: 'o', reason: 'friend' },
      ],
      ['no free place', 'noFreePlace', { freePlaces: 0 }],
    ],
  ],
  [
    'offer',
    'waitlisted',
    'system',
    [
      [
        'others first, whatever the reason',
        'othersAreFirst',
        { isFirstInQueue: false },
        { offeringId: 'o', reason: 'not_reached' },
      ],
    ],
  ],
  [
    'take_offer',
    'offered',
    'sender',
    [['an agreement that is used up', 'agreementExhausted', { agreement: 'exhausted' }]],
  ],
  ['refuse_offer', 'offered', 'sender', [['no reason', 'reasonMissing', {}, {}]]],
  [
    'refuse_offer',
    'offered',
    'system',
    [['a hold that still holds', 'offerNotLapsed', { offerHoldsUntil: new Date(exampleNow.getTime() + 1) }]],
  ],
  [
    'decline',
    'sent',
    'provider',
    [
      ['no reason', 'reasonMissing', {}, {}],
      ['a reason of another list', 'reasonUnknown', {}, { reason: 'got_work' }],
      ['a need without a note', 'noteMissing', {}, { reason: 'assessment_first', note: '  ' }],
      [
        'another target group, and no idea which service',
        'suggestionMissing',
        {},
        { reason: 'target_group' },
      ],
      ['safety, and no idea what next', 'suggestionMissing', {}, { reason: 'safety', note: 'Soitan.' }],
    ],
  ],
  ['withdraw', 'sent', 'sender', [['no reason', 'reasonMissing', {}, {}]]],
  ['withdraw', 'sent', 'system', [['a consent that holds', 'consentStillHolds', { consentEnded: false }]]],
  [
    'expire',
    'sent',
    'system',
    [['a fortnight that is not over', 'answerStillInTime', { sentAt: minutesAgo(14 * 24 * 60 - 1) }]],
  ],
  [
    'start',
    'accepted',
    'provider',
    [
      ['no day', 'startDateMissing', {}, {}],
      ['a day to come', 'startInFuture', {}, { startDate: asLocalDate('2026-11-25') }],
    ],
  ],
  ['not_started', 'accepted', 'provider', [['no reason', 'reasonMissing', {}, {}]]],
  [
    'pause',
    'started',
    'provider',
    [
      ['no reason', 'reasonMissing', {}, { expectedReturn: asLocalDate('2026-12-14') }],
      ['no day of return', 'returnDateMissing', {}, { reason: 'illness' }],
    ],
  ],
  [
    'resume',
    'paused',
    'provider',
    [['a place that is gone', 'noFreePlace', { placeKept: false, freePlaces: 0 }]],
  ],
  [
    'finish',
    'started',
    'provider',
    [
      ['no day', 'endDateMissing', {}, {}],
      ['an end before the start', 'endBeforeStart', {}, { endDate: asLocalDate('2026-11-01') }],
      [
        'an early end without a reason',
        'reasonMissing',
        {},
        { endDate: asLocalDate('2026-11-24'), early: true },
      ],
    ],
  ],
  [
    'finish',
    'started',
    'sender',
    [
      [
        'a planned end, which is the provider’s',
        'senderEndsEarlyOnly',
        {},
        { endDate: asLocalDate('2026-11-24'), early: false },
      ],
    ],
  ],
  [
    'report',
    'closing',
    'provider',
    [
      ['no word of the goal', 'outcomeMissing', {}, { exitCode: 'open_work' }],
      ['no word of what comes next', 'exitCodeMissing', {}, { outcome: 'partly', exitCode: 'elsewhere' }],
    ],
  ],
  [
    'approve',
    'closing',
    'sender',
    [
      [
        'no closing report',
        'closingReportMissing',
        { closing: { reportGiven: false, endedEarly: false, attendance: 'noDuty' } },
      ],
      [
        'attendance that is open',
        'attendanceOpen',
        { closing: { reportGiven: true, endedEarly: false, attendance: 'open' } },
      ],
    ],
  ],
  [
    'approve',
    'closing',
    'system',
    [
      [
        'silence that is too short',
        'approvalStillInTime',
        { closing: { reportGiven: true, endedEarly: false, attendance: 'noDuty' } },
      ],
    ],
  ],
  ['mark_in_error', 'sent', 'sender', [['no reason', 'reasonMissing', {}, {}]]],
])('%s from %s by the %s', (action, status, party, refusing) => {
  it('goes through when all is in order', () => {
    expect(refusalOf(action, status, party, {})).toBeUndefined();
  });

  // Rest parameters: a row shorter than the parameters would make the runner wait for a `done`.
  it.each(refusing)('is refused for %s: %s', (...[, refusal, facts, input]) => {
    expect(refusalOf(action, status, party, facts, input)).toBe(refusal);
  });
});

describe('reassign', () => {
  const reassign = (input: ActionInput) =>
    decide({
      action: 'reassign',
      status: 'sent',
      actor: actorOf('provider', 'manager'),
      facts: factsInOrder,
      input,
    });

  it('needs to know to whom and why', () => {
    const refusals = [reassign({ reason: 'absence' }), reassign({ assigneeId: 'p' })];
    for (const refusal of refusals) if (!refusal.allowed) told.add(refusal.reason);
    expect(refusals).toMatchObject([{ reason: 'assigneeMissing' }, { reason: 'reasonMissing' }]);
  });
});

describe('the vocabulary of refusals', () => {
  it('has no word that is never said', () => {
    const byTable: ReferralRefusal[] = ['wrongStatus', 'notYourPart', 'managerOnly', 'areaAdminOnly'];
    const byUndo: ReferralRefusal[] = ['nothingToUndo', 'undoTooLate', 'somethingFollowed'];
    expect(
      Object.keys(referralRefusals).filter(
        (word) => ![...told, ...byTable, ...byUndo].includes(word as ReferralRefusal),
      ),
    ).toEqual([]);
  });

  it('names the field that would mend it', () => {
    const decision = decide({
      action: 'decline',
      status: 'sent',
      actor: actorOf('provider'),
      facts: factsInOrder,
      input: { reason: 'odd' },
    });
    expect(decision).toMatchObject({ fields: [{ path: 'reason', code: 'notInList' }] });
  });
});
