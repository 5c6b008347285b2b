import pg from 'pg';

export interface DoorbellCost {
  /** How a transaction tells of itself. */
  way: 'not at all' | 'inside the transaction' | 'behind the commit';
  listeners: number;
  commitsPerSecond: number;
}

const writers = 10;
const ways = {
  'not at all': ['commit'],
  'inside the transaction': ['ring', 'commit'],
  'behind the commit': ['commit', 'ring'],
} as const;

/** What the bell costs: ten connections that each write a row and commit, as fast as they can, with nodes listening. */
export const doorbellCosts = async (superuserUrl: string, seconds: number): Promise<DoorbellCost[]> => {
  const costs: DoorbellCost[] = [];
  for (const listeners of [2, 8])
    for (const way of Object.keys(ways) as (keyof typeof ways)[])
      costs.push({
        way,
        listeners,
        commitsPerSecond: await rateOf(superuserUrl, ways[way], listeners, seconds),
      });
  return costs;
};

const rateOf = async (
  url: string,
  endings: readonly ('commit' | 'ring')[],
  listeners: number,
  seconds: number,
): Promise<number> => {
  const clients = await Promise.all(Array.from({ length: writers + listeners }, () => open(url)));
  const [writing, listening] = [clients.slice(0, writers), clients.slice(writers)];
  await clients[0]!.query(
    'create table if not exists bell_cost (id bigint generated always as identity primary key, words text)',
  );
  for (const client of listening) await client.query('listen bell_cost');
  const payload = JSON.stringify({
    name: 'conversationGrew',
    payload: { conversationId: crypto.randomUUID(), seq: 1, referralId: crypto.randomUUID() },
  });
  let commits = 0;
  const until = performance.now() + seconds * 1_000;
  const write = async (client: pg.Client): Promise<void> => {
    while (performance.now() < until) {
      await client.query('begin');
      await client.query({
        name: 'cost-insert',
        text: 'insert into bell_cost (words) values ($1)',
        values: [payload],
      });
      for (const ending of endings)
        await client.query(
          ending === 'commit'
            ? { name: 'cost-commit', text: 'commit' }
            : { name: 'cost-ring', text: `select pg_notify('bell_cost', $1)`, values: [payload] },
        );
      commits += 1;
    }
  };
  await Promise.all(writing.map(write));
  await Promise.all(clients.map((client) => client.end()));
  return commits / seconds;
};

const open = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};
