import pg from 'pg';

/** How many messages go to the database while `work` runs, by every connection of this process. */
export const roundTripsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const original = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
  let trips = 0;
  const counting = function (this: pg.Client, ...args: unknown[]): unknown {
    trips += 1;
    return Reflect.apply(original, this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', counting);
  try {
    await work();
    return trips;
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
};
