import { hash } from '@node-rs/argon2';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { anAccount, aPassword } from '../../testing/accounts.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('guessing', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ PROXY_HOPS: '1' });
  });
  afterAll(() => server.stop());

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const guess = (email: string, address: string, password = 'väärä') =>
    server.call(sessionRoutes.signIn, { body: { email, password } }, from(address));
  const times = async (
    count: number,
    once: (number: number) => Promise<{ status: number }>,
  ): Promise<number[]> => {
    const statuses: number[] = [];
    for (let number = 0; number < count; number++) statuses.push((await once(number)).status);
    return statuses;
  };

  it('from one place locks out that place alone: the colleague herself comes in from hers', async () => {
    const { email } = await anAccount(server);
    await times(6, () => guess(email, '192.0.2.1'));

    expect((await guess(email, '192.0.2.1', aPassword)).status).toBe(429);
    expect((await guess(email, '192.0.2.2', aPassword)).status).toBe(200);
  });

  it('is counted alike for an account that is not there', async () => {
    const { email } = await anAccount(server);
    const unknown = `${crypto.randomUUID()}@people.example`;

    const [known, none] = [
      await times(7, () => guess(email, '192.0.2.3')),
      await times(7, () => guess(unknown, '192.0.2.3')),
    ];

    expect(known).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(none).toEqual(known);
  });

  it('one account from everywhere, and every account from one place, ends too', async () => {
    const { email } = await anAccount(server);
    const everywhere = await times(51, (number) => guess(email, `198.51.100.${number}`));
    const everybody = await times(101, () => guess(`${crypto.randomUUID()}@people.example`, '203.0.113.7'));

    expect([everywhere[49], everywhere[50]]).toEqual([401, 429]);
    expect([everybody[99], everybody[100]]).toEqual([401, 429]);
  });

  it('many at once is counted as many', async () => {
    const { email } = await anAccount(server);
    const statuses = (await Promise.all(Array.from({ length: 30 }, () => guess(email, '192.0.2.9')))).map(
      ({ status }) => status,
    );

    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  it('finds no end of new sign-ins at one place, by passkey and by an organization’s service together', async () => {
    const byPasskey = (address: string) =>
      server.call(signInRoutes.passkeyOptions, { body: {} }, from(address));
    const byService = (address: string) =>
      server.call(signInRoutes.toProvider, { body: { providerId: crypto.randomUUID() } }, from(address));
    const first = [...(await times(60, () => byPasskey('192.0.2.30')))];
    first.push(...(await times(60, () => byService('192.0.2.30'))));

    const [passkey, service] = [await byPasskey('192.0.2.30'), await byService('192.0.2.30')];

    expect(new Set(first)).toEqual(new Set([200, 404]));
    expect([passkey, service].map(({ status, body }) => [status, body.reason])).toEqual(
      Array(2).fill([429, 'tooManyTries']),
    );
    expect((await byPasskey('192.0.2.31')).status).toBe(200);
  });

  it('gains nothing by addresses that a caller makes up', async () => {
    const { email } = await anAccount(server);
    const statuses = await times(6, (number) => guess(email, `10.0.0.${number}, 192.0.2.20`));

    expect(statuses[5]).toBe(429);
  });

  it('takes the same time whether anybody is there', async () => {
    const { email, personId } = await anAccount(server);
    await server.owner.query('update credential set password_hash = $2 where person_id = $1', [
      personId,
      await hash(aPassword),
    ]);
    const measure = async (address: string, place: number): Promise<number> => {
      const began = performance.now();
      await guess(address, `192.0.2.${place}`);
      return performance.now() - began;
    };
    const [known, unknown]: number[][] = [[], []];
    // In turns, so that what else the machine does weighs on both.
    for (let turn = 0; turn < 20; turn++) {
      known!.push(await measure(email, 100 + turn));
      unknown!.push(await measure(`${crypto.randomUUID()}@people.example`, 100 + turn));
    }
    const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

    // Without the comparison for nobody it would be a tenth: the hash is most of the time.
    expect(median(unknown!) / median(known!)).toBeGreaterThan(0.5);
    expect(median(unknown!) / median(known!)).toBeLessThan(2);
  });
});

describe('a caller who never rests', () => {
  it('is slowed down, and the probes of the house are not', async () => {
    const server = await startTestServer({ REQUESTS_PER_MINUTE: '5' });
    const statuses: number[] = [];
    for (let count = 0; count < 7; count++) statuses.push((await server.call(sessionRoutes.read, {})).status);
    const probe = await server.call(healthRoutes.ready, {});
    await server.stop();

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(probe.status).toBe(200);
  });
});
