import fc from 'fast-check';
import { type Capacity, applyTo, availableIn, held, keptPlaceReleased } from './capacity-change.js';
import {
  type ReferralAction,
  type ReferralActor,
  partyRoles,
  referralActions,
  referralParties,
} from './referral-action.js';
import { factsInOrder, inputInOrder } from './referral-examples.js';
import type { LastStepFacts, ReferralFacts } from './referral-facts.js';
import { type StepTaken, replay } from './referral-steps.js';
import { type ReferralStatus, isFinal, referralStatuses } from './referral-status.js';
import { decide } from './referral-workflow.js';
import { type TransitionRow, referralTransitions } from './referral-workflow-table.js';

interface Walker {
  status: ReferralStatus;
  placeKept: boolean;
  steps: StepTaken[];
  lastStep: LastStepFacts | undefined;
}
/** Anything by anyone, or with `sensible` something that the table lets be tried from where the referral is. */
interface Move {
  who: number;
  pick: number;
  sensible: boolean;
  early: boolean;
  placeLapses: boolean;
}

interface Try {
  action: ReferralAction;
  actor: ReferralActor;
}
const anything: readonly Try[] = referralActions.flatMap((action) =>
  referralParties.flatMap((party) => partyRoles.map((role) => ({ action, actor: { party, role } }))),
);
const endings: readonly ReferralAction[] = ['withdraw', 'mark_in_error', 'expire', 'not_started'];
const triesFrom = (status: ReferralStatus): readonly Try[] =>
  anything.filter(({ action, actor }) => {
    const { ways }: TransitionRow = referralTransitions[action];
    return (
      !endings.includes(action) &&
      actor.role === 'worker' &&
      ways.some((way) => way.from.includes(status) && way.by[actor.party])
    );
  });
const sensibleTries = new Map(referralStatuses.map((status) => [status, triesFrom(status)]));
const tryFor = ({ pick, sensible }: Move, status: ReferralStatus): Try => {
  const fitting = sensibleTries.get(status) ?? [];
  const tries = sensible && fitting.length > 0 ? fitting : anything;
  return tries[pick % tries.length] as Try;
};

const move: fc.Arbitrary<Move> = fc.record({
  who: fc.integer({ min: 0, max: 3 }),
  pick: fc.nat(),
  sensible: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth < 9),
  early: fc.boolean(),
  placeLapses: fc.boolean(),
});

const factsFor = (walker: Walker, capacity: Capacity, early: boolean): ReferralFacts => {
  const { lastStep: _example, ...facts } = factsInOrder;
  return {
    ...facts,
    freePlaces: availableIn(capacity),
    placeKept: walker.placeKept,
    closing: { reportGiven: true, endedEarly: early, attendance: 'noDuty', approvalDueAt: facts.now },
    ...(walker.lastStep ? { lastStep: walker.lastStep } : {}),
  };
};

/** Several referrals to one offering, whatever anyone tries; `check` looks on after every try. */
const walk = (
  max: number,
  moves: readonly Move[],
  check: (capacity: Capacity, walkers: readonly Walker[]) => void,
): Walker[] => {
  const walkers: Walker[] = Array.from({ length: 4 }, () => ({
    status: 'draft',
    placeKept: true,
    steps: [],
    lastStep: undefined,
  }));
  let capacity: Capacity = { max, reserved: 0, inUse: 0, waitlist: 0 };
  for (const one of moves) {
    const { who, early, placeLapses } = one;
    const walker = walkers[who] as Walker;
    if (placeLapses && walker.status === 'paused' && walker.placeKept) {
      walker.placeKept = false;
      capacity = applyTo(capacity, keptPlaceReleased);
    }
    const { action, actor: by } = tryFor(one, walker.status);
    const facts = factsFor(walker, capacity, early);
    const decision = decide({
      action,
      status: walker.status,
      actor: by,
      facts,
      input: { ...inputInOrder[action], note: 'Syy.' },
    });
    if (decision.allowed) {
      capacity = applyTo(capacity, decision.capacity);
      walker.steps.push({ action, from: walker.status, to: decision.to });
      if (action !== 'reassign')
        walker.lastStep = { action, party: by.party, from: walker.status, at: facts.now, followed: false };
      walker.placeKept = walker.status === 'paused' && decision.to === 'paused' ? walker.placeKept : true;
      walker.status = decision.to;
    }
    check(capacity, walkers);
  }
  return walkers;
};

const moves = fc.array(move, { maxLength: 100, size: 'max' });
describe('whatever is tried, in whatever order', () => {
  it('no place is promised twice, and the counters count what is held', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), moves, (max, tried) => {
        const wrong: Capacity[] = [];
        walk(max, tried, (capacity, walkers) => {
          const counted: Capacity = { max, reserved: 0, inUse: 0, waitlist: 0 };
          for (const { status, placeKept } of walkers) {
            if (status === 'accepted' || status === 'offered') counted.reserved += 1;
            if (status === 'started' || (status === 'paused' && placeKept)) counted.inUse += 1;
            if (status === 'waitlisted') counted.waitlist += 1;
          }
          const agrees = (['reserved', 'inUse', 'waitlist'] as const).every(
            (name) => capacity[name] === counted[name],
          );
          if (!agrees || availableIn(capacity) < 0) wrong.push(capacity);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('the steps tell the status', () => {
    fc.assert(
      fc.property(moves, (tried) => {
        const walkers = walk(2, tried, () => undefined);
        expect(walkers.map(({ steps }) => replay(steps))).toEqual(
          walkers.map(({ status }) => ({ holds: true, status })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('what has ended stays ended, but for an undone decline', () => {
    fc.assert(
      fc.property(moves, (tried) => {
        const revived = walk(2, tried, () => undefined)
          .flatMap(({ steps }) => steps)
          .filter(
            ({ action, from, to }) =>
              isFinal(from) && to !== from && !(action === 'undo' && from === 'declined'),
          );
        expect(revived).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('every status is come by, so that the walks prove something', () => {
    const seen = new Set<ReferralStatus>();
    fc.assert(
      fc.property(moves, (tried) => {
        walk(2, tried, (_capacity, walkers) => walkers.forEach(({ status }) => seen.add(status)));
      }),
      { numRuns: 300, seed: 24 },
    );
    expect([...seen].sort()).toEqual([...referralStatuses].sort());
  });
});

describe('what a referral holds', () => {
  it('is a place from the promise to the end, and a turn in the queue before', () => {
    expect(held('waitlisted')).toEqual({ reserved: 0, inUse: 0, waitlist: 1 });
    expect(held('offered')).toEqual(held('accepted'));
    expect(held('paused')).toEqual(held('started'));
    expect(held('paused', false)).toEqual(held('closing'));
    expect(held('sent')).toEqual({ reserved: 0, inUse: 0, waitlist: 0 });
  });
});
