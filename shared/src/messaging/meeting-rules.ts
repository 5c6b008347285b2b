import { Problem } from '../kernel/problem.js';

/** Throws why a proposal cannot be answered with this time: it is one of those proposed, and lies ahead. Null is none of them. */
export const checkChosenTime = (times: readonly string[], time: string | null, now: Date): void => {
  if (time === null) return;
  const chosen = Date.parse(time);
  if (!times.some((proposed) => Date.parse(proposed) === chosen))
    throw new Problem('unprocessable', {
      reason: 'timeNotProposed',
      fields: [{ path: 'body.time', code: 'notInList' }],
    });
  if (chosen <= now.getTime())
    throw new Problem('unprocessable', {
      reason: 'timeHasPassed',
      fields: [{ path: 'body.time', code: 'inThePast' }],
    });
};

/** Throws when a proposed time has passed already. */
export const checkMeetingTimes = (times: readonly string[], now: Date): void => {
  const fields = times.flatMap((time, index) =>
    Date.parse(time) <= now.getTime()
      ? [{ path: `body.card.times.${index}`, code: 'inThePast' as const }]
      : [],
  );
  if (fields.length > 0) throw new Problem('invalidInput', { fields });
};
