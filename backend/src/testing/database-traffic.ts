import pg from 'pg';

export interface SentStatement {
  name?: string;
  text: string;
  values: unknown[];
}

/** What goes to the database while `work` runs, message by message, by every connection of this process. */
export const databaseTrafficOf = async (work: () => Promise<unknown>): Promise<SentStatement[]> => {
  const original = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
  const sent: SentStatement[] = [];
  const listening = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first] = args;
    sent.push(typeof first === 'string' ? { text: first, values: [] } : (first as SentStatement));
    return Reflect.apply(original, this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', listening);
  try {
    await work();
    return sent;
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
};

export const roundTripsOf = async (work: () => Promise<unknown>): Promise<number> => (await databaseTrafficOf(work)).length;
