/** How long ago somebody of the organization last said "this is still right". */
export type Freshness = 'fresh' | 'ageing' | 'stale';

/** After these many days a confirmation is shown in yellow, and the service drops in the search. */
export const freshnessDays = { ageing: 90, stale: 180 } as const;
/** How often a manager is asked to confirm the free places. */
export const placesConfirmedEveryDays = 14;

const dayMs = 24 * 60 * 60 * 1000;

export const freshnessOf = (assuredAt: Date, now: Date): Freshness => {
  const days = (now.getTime() - assuredAt.getTime()) / dayMs;
  if (days > freshnessDays.stale) return 'stale';
  return days > freshnessDays.ageing ? 'ageing' : 'fresh';
};
