import {
  type PartyRole,
  type ReferralAction,
  type ReferralParty,
  partyRoles,
  referralActions,
  referralParties,
} from './referral-action.js';
import { actorOf, factsInOrder, inputInOrder } from './referral-examples.js';
import { type ReferralStatus, referralStatuses } from './referral-status.js';
import { decide } from './referral-workflow.js';

type Who = `${ReferralParty} ${PartyRole}`;
type May = Partial<Record<ReferralStatus, readonly ReferralAction[]>>;

/** The product's own table of rights, written out by hand: what each party may do, by status. */
const worker: Record<ReferralParty, May> = {
  sender: {
    draft: ['send', 'withdraw', 'mark_in_error'],
    sent: ['withdraw', 'mark_in_error'],
    acknowledged: ['withdraw', 'mark_in_error'],
    clarification: ['answer', 'withdraw', 'mark_in_error'],
    waitlisted: ['withdraw', 'mark_in_error'],
    offered: ['take_offer', 'refuse_offer', 'withdraw', 'mark_in_error'],
    accepted: ['not_started'],
    started: ['finish'],
    paused: ['finish'],
    closing: ['approve'],
  },
  provider: {
    sent: ['acknowledge', 'ask', 'accept', 'waitlist', 'decline'],
    acknowledged: ['ask', 'accept', 'waitlist', 'decline'],
    waitlisted: ['offer', 'decline', 'undo'],
    accepted: ['start', 'not_started', 'undo'],
    started: ['pause', 'finish'],
    paused: ['resume', 'finish'],
    closing: ['report'],
    declined: ['undo'],
  },
  system: {
    draft: ['withdraw'],
    sent: ['waitlist', 'withdraw', 'expire'],
    acknowledged: ['waitlist', 'withdraw', 'expire'],
    clarification: ['withdraw'],
    waitlisted: ['offer', 'withdraw'],
    offered: ['refuse_offer', 'withdraw'],
    closing: ['approve'],
  },
};
const always = (action: ReferralAction, statuses: readonly ReferralStatus[]): May =>
  Object.fromEntries(statuses.map((status) => [status, [action]]));
const none: May = {};
const extra: Record<Who, readonly May[]> = {
  'sender worker': [none],
  'sender manager': [always('reassign', referralStatuses)],
  'sender areaAdmin': [
    always('reassign', referralStatuses),
    always('mark_in_error', ['accepted', 'started', 'paused', 'closing']),
  ],
  'provider worker': [none],
  'provider manager': [
    always('reassign', [
      'sent',
      'acknowledged',
      'clarification',
      'waitlisted',
      'offered',
      'accepted',
      'started',
      'paused',
      'closing',
      'completed',
      'interrupted',
    ]),
  ],
  'provider areaAdmin': [
    always('reassign', [
      'sent',
      'acknowledged',
      'clarification',
      'waitlisted',
      'offered',
      'accepted',
      'started',
      'paused',
      'closing',
      'completed',
      'interrupted',
    ]),
  ],
  'system worker': [none],
  'system manager': [none],
  'system areaAdmin': [none],
};

const mayDo = (
  party: ReferralParty,
  role: PartyRole,
  status: ReferralStatus,
  action: ReferralAction,
): boolean =>
  [worker[party], ...extra[`${party} ${role}`]].some((may) => may[status]?.includes(action) ?? false);

const everyCase = referralParties.flatMap((party) =>
  partyRoles.flatMap((role) =>
    referralStatuses.flatMap((status) => referralActions.map((action) => ({ party, role, status, action }))),
  ),
);

describe('who may do what from where', () => {
  it('is settled for every party, role, status and action', () => {
    const wrong = everyCase.filter(({ party, role, status, action }) => {
      const input =
        party === 'sender' && action === 'finish'
          ? { ...inputInOrder.finish, early: true }
          : inputInOrder[action];
      const { allowed } = decide({ action, status, actor: actorOf(party, role), facts: factsInOrder, input });
      return allowed !== mayDo(party, role, status, action);
    });

    expect(wrong).toEqual([]);
    expect(everyCase).toHaveLength(3 * 3 * 16 * 22);
  });

  it.each([
    ['another party’s act', 'sender', 'worker', 'sent', 'accept', 'notYourPart', 'notAllowed'],
    [
      'a provider’s hands on a draft',
      'provider',
      'manager',
      'draft',
      'reassign',
      'notYourPart',
      'notAllowed',
    ],
    ['an act out of its time', 'provider', 'worker', 'started', 'accept', 'wrongStatus', 'wrongStatus'],
    [
      'a place from the queue without an offer',
      'provider',
      'worker',
      'waitlisted',
      'accept',
      'wrongStatus',
      'wrongStatus',
    ],
    ['an approval without a closing', 'sender', 'worker', 'started', 'approve', 'wrongStatus', 'wrongStatus'],
    ['a revival of the ended', 'sender', 'worker', 'withdrawn', 'send', 'wrongStatus', 'wrongStatus'],
    ['a worker who changes hands', 'provider', 'worker', 'sent', 'reassign', 'managerOnly', 'notAllowed'],
    [
      'an error found after acceptance',
      'sender',
      'manager',
      'accepted',
      'mark_in_error',
      'areaAdminOnly',
      'notAllowed',
    ],
  ] as const)('refuses %s', (_what, party, role, status, action, reason, code) => {
    expect(
      decide({
        action,
        status,
        actor: actorOf(party, role),
        facts: factsInOrder,
        input: inputInOrder[action],
      }),
    ).toEqual({ allowed: false, reason, code });
  });
});
