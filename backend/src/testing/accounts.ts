import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { Secret, TOTP } from 'otpauth';
import { Sealing } from '../platform/auth/sealing.js';
import { anOrganization } from './people.js';
import type { TestServer } from './test-server.js';

/** People as they sign in themselves: with a password, an authenticator app and their own cookies. */

export const aPassword = 'neljä sinistä hevosta';
/** Hashed once for all, with parameters that cost a test nothing. */
const cheapHash = hash(aPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });

export interface Account {
  personId: string;
  email: string;
  /** Of the authenticator app; unset while there is none. */
  secret?: Secret;
}

interface AnAccount {
  memberships?: number;
  withAuthenticator?: boolean;
  demonstration?: boolean;
}

/** A worker of an association with a password, and an authenticator unless told otherwise. */
export const anAccount = async (
  server: TestServer,
  { memberships = 1, withAuthenticator = true, demonstration = false }: AnAccount = {},
): Promise<Account> => {
  const [personId, email] = [randomUUID(), `${randomUUID()}@people.example`];
  await server.owner.query(
    `insert into person (id, email, given_name, surname, demonstration) values ($1, $2, 'Sanna', 'Koskinen', $3)`,
    [personId, email, demonstration],
  );
  await server.owner.query('insert into credential (person_id, password_hash) values ($1, $2)', [
    personId,
    await cheapHash,
  ]);
  for (let count = 0; count < memberships; count++) {
    await server.owner.query(
      `insert into membership (person_id, organization_id, role, valid_from) values ($1, $2, 'providerWorker', '2020-01-01')`,
      [personId, await anOrganization(server.owner)],
    );
  }
  return {
    personId,
    email,
    ...(withAuthenticator ? { secret: await anAuthenticator(server, personId) } : {}),
  };
};

const anAuthenticator = async (server: TestServer, personId: string): Promise<Secret> => {
  const secret = new Secret({ size: 20 });
  const sealed = server.get(Sealing).seal(secret.base32, `totp:${personId}`);
  await server.owner.query(
    'insert into authenticator (person_id, secret, last_step, created_at) values ($1, $2, 0, now())',
    [personId, sealed],
  );
  return secret;
};

/** What the app shows at the server's time, or so many seconds from it. */
export const codeOf = (server: TestServer, secret: Secret | undefined, secondsLater = 0): string => {
  if (!secret) throw new Error('This person has no authenticator.');
  return new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: server.clock.now().getTime() + secondsLater * 1000,
  });
};

/** The `name=value` of each cookie that an answer gave and did not clear. */
export const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .filter((cookie) => !/=;|Expires=Thu, 01 Jan 1970/.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export const typePassword = (server: TestServer, { email }: Account, password = aPassword) =>
  server.call(sessionRoutes.signIn, { body: { email, password } });

/** The whole way in; the caller of everything after. */
export const signInAs = async (
  server: TestServer,
  account: Account,
  secondsLater = 0,
): Promise<{ cookie: string }> => {
  const first = await typePassword(server, account);
  const second = await server.call(
    signInRoutes.withCode,
    { body: { code: codeOf(server, account.secret, secondsLater) } },
    { cookie: cookiesOf(first.headers) },
  );
  if (second.status !== 200) throw new Error(`The sign-in ended with ${second.status}.`);
  return { cookie: cookiesOf(second.headers) };
};
