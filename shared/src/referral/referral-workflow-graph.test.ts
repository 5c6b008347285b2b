import { type ReferralAction, referralActions } from './referral-action.js';
import {
  type ReferralStatus,
  groupOf,
  isFinal,
  isOpen,
  referralStatuses,
  statusGroups,
  statusesOf,
} from './referral-status.js';
import { type TransitionRow, referralTransitions } from './referral-workflow-table.js';
import { whoseTurn } from './whose-turn.js';
import { actorOf, factsInOrder } from './referral-examples.js';
import { availableActions } from './referral-workflow.js';

const rowOf = (action: ReferralAction): TransitionRow => referralTransitions[action];
const forward = referralActions.filter((action) => !['undo', 'mark_in_error', 'reassign'].includes(action));
const nextOf = (status: ReferralStatus, actions: readonly ReferralAction[] = forward): ReferralStatus[] =>
  actions
    .flatMap((action) => rowOf(action).ways)
    .filter((way) => way.from.includes(status))
    .flatMap((way) => way.to.filter((to) => to !== 'previous' && to !== 'same'));

const reachedFrom = (status: ReferralStatus, actions?: readonly ReferralAction[]): Set<ReferralStatus> => {
  const reached = new Set<ReferralStatus>([status]);
  for (const found of reached) for (const next of nextOf(found, actions)) reached.add(next);
  return reached;
};

describe('the life of a referral', () => {
  it('reaches every status from a draft', () => {
    expect([...reachedFrom('draft', [...forward, 'mark_in_error'])].sort()).toEqual(
      [...referralStatuses].sort(),
    );
  });

  it('lets every status that is not final end, without calling it an error', () => {
    const stuck = referralStatuses.filter(
      (status) => !isFinal(status) && ![...reachedFrom(status)].some(isFinal),
    );
    expect(stuck).toEqual([]);
  });

  it('never moves a final status, but for the undo of a decline', () => {
    const moving = referralActions.flatMap((action) =>
      rowOf(action).ways.flatMap((way) =>
        way.to.every((to) => to === 'same')
          ? []
          : way.from.filter(isFinal).map((from) => `${action} ${from}`),
      ),
    );
    expect(moving).toEqual(['undo declined']);
  });

  it('ends a started period through closing only', () => {
    const around = referralStatuses
      .filter((status) => status === 'started' || status === 'paused')
      .flatMap((status) => nextOf(status))
      .filter((to) => !['started', 'paused', 'closing'].includes(to));
    expect(around).toEqual([]);
  });

  it('undoes only what has been done from a status to which undo leads back', () => {
    const undone = rowOf('undo').ways.flatMap((way) => way.from);
    expect(undone).toEqual(['accepted', 'waitlisted', 'declined']);
  });

  it('puts every status but a draft into exactly one group', () => {
    for (const given of [false, true]) {
      const grouped = referralStatuses.filter((status) => groupOf(status, given) !== undefined);
      expect(grouped).toEqual(referralStatuses.filter((status) => status !== 'draft'));
    }
    expect(new Set(statusGroups.flatMap(statusesOf))).toEqual(new Set(referralStatuses.slice(1)));
    expect(groupOf('closing')).toBe('waiting_provider');
    expect(groupOf('closing', true)).toBe('waiting_sender');
    expect(isOpen('draft')).toBe(false);
    expect(isOpen('closing')).toBe(true);
    expect(isOpen('declined')).toBe(false);
  });

  const everyTurn = referralStatuses.flatMap((status) =>
    [false, true].map((given) => ({ status, given, turn: whoseTurn(status, given) })),
  );

  it('owes the next act to somebody who may do it, until it has ended', () => {
    const unable = everyTurn.filter(({ status, turn }) => {
      const may = turn ? availableActions(status, actorOf(turn.party), factsInOrder) : [];
      return turn?.actions.some((action) => !may.includes(action));
    });

    expect(unable).toEqual([]);
    expect(everyTurn.filter(({ status, turn }) => Boolean(turn) === isFinal(status))).toEqual([]);
  });

  it('waits for the side that its group names', () => {
    const waiting = { waiting_provider: 'provider', waiting_sender: 'sender' } as const;
    const wrong = everyTurn.filter(({ status, given, turn }) => {
      const group = groupOf(status, given);
      return (group === 'waiting_provider' || group === 'waiting_sender') && turn?.party !== waiting[group];
    });

    expect(wrong).toEqual([]);
    expect([whoseTurn('closing')?.party, whoseTurn('closing', true)?.party]).toEqual(['provider', 'sender']);
  });
});
