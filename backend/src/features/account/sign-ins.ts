import { Inject, Injectable } from '@nestjs/common';
import type { Device } from '@rinnalla/shared/account/device';
import { isExempt, nextStepOf } from '@rinnalla/shared/account/second-factor';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const beginSignIn = statement('begin-sign-in', 'select app.begin_sign_in($1, $2, $3, $4, $5) as id');
const enterSignIn = statement('enter-sign-in', 'select * from app.enter_sign_in($1, $2)');
const openSession = statement('open-session', 'select app.open_session($1, $2, $3, $4) as id');
const closeSignIn = statement('close-sign-in', 'update sign_in set closed_at = $1 where id = app.sign_in()');
const proveSecondFactor = statement(
  'prove-second-factor',
  'update sign_in set second_factor_at = $1, challenge = null, totp_secret = null where id = app.sign_in()',
);
const knowPerson = statement(
  'know-person',
  `update sign_in set person_id = $1 where id = app.sign_in() and person_id is null`,
);
const keepChallenge = statement(
  'keep-sign-in-challenge',
  'update sign_in set challenge = $1 where id = app.sign_in()',
);
const keepSecret = statement(
  'keep-sign-in-secret',
  'update sign_in set totp_secret = $1 where id = app.sign_in()',
);

export type SignInMethod = 'password' | 'passkey' | 'provider';

/** A sign-in that is under way. It is no session: nothing but its own steps is open to it. */
export interface SignInUnderWay {
  id: string;
  method: SignInMethod;
  person_id: string | null;
  second_factor_at: Date | null;
  challenge: string | null;
  totp_secret: string | null;
  provider_id: string | null;
  account_token_id: string | null;
  session_id: string | null;
  state: string | null;
  nonce: string | null;
  code_verifier: string | null;
  email: string | null;
  given_name: string | null;
  surname: string | null;
  demonstration: boolean;
  has_authenticator: boolean;
  has_passkey: boolean;
  has_password: boolean;
}
/** One whose first proof said who it is. */
export type KnownSignIn = SignInUnderWay & {
  person_id: string;
  email: string;
  given_name: string;
  surname: string;
};

/** What a step of a sign-in leads to: a session's token, or the token of the sign-in that goes on. */
export interface SignInOutcome {
  sessionToken?: string;
  signInToken?: string;
}

/** Sign-ins under way, from the first proof to the session. Every method works in the current transaction. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins one and returns its token; the caller's cookie gets it, the database its hash. */
  async begin(
    method: SignInMethod,
    personId: string | null,
    given: Record<string, string> = {},
  ): Promise<string> {
    const token = newSessionToken();
    await this.database.row(beginSignIn, [
      hashOfToken(token),
      method,
      personId,
      given,
      this.database.transaction.at,
    ]);
    await this.find(token);
    return token;
  }

  /** Enters it: from here on its person's proofs are in reach. */
  find(token: string | undefined): Promise<SignInUnderWay | undefined> {
    if (!token) return Promise.resolve(undefined);
    return this.database.row<SignInUnderWay>(enterSignIn, [hashOfToken(token), this.database.transaction.at]);
  }

  /** The one of a known person, or `notSignedIn`: the time is over, or there never was one. */
  async get(token: string | undefined): Promise<KnownSignIn> {
    const found = await this.find(token);
    if (!found?.person_id) throw new Problem('notSignedIn', { reason: 'signInOver' });
    return found as KnownSignIn;
  }

  async knowPerson(personId: string): Promise<void> {
    await this.database.row(knowPerson, [personId]);
  }

  async keepChallenge(challenge: string | null): Promise<void> {
    await this.database.row(keepChallenge, [challenge]);
  }

  async keepSecret(sealed: string): Promise<void> {
    await this.database.row(keepSecret, [sealed]);
  }

  async prove(): Promise<void> {
    await this.database.row(proveSecondFactor, [this.database.transaction.at]);
  }

  isExempt(person: { demonstration: boolean }): boolean {
    return isExempt(person, { demonstration: this.config.DEMO });
  }

  nextStepOf(signIn: SignInUnderWay): 'secondFactor' | 'enrolment' | null {
    return nextStepOf({
      has: { authenticator: signIn.has_authenticator, passkey: signIn.has_passkey },
      secondFactorProven: signIn.second_factor_at !== null,
      isExempt: this.isExempt(signIn),
    });
  }

  /** Opens the session of a whole sign-in: its token is new, and the sign-in's is worth nothing any more. */
  async open(personId: string, device: Device, exempt = false): Promise<string> {
    const token = newSessionToken();
    await this.database.row(openSession, [hashOfToken(token), device, exempt, this.database.transaction.at]);
    this.database.log({ action: 'signIn', objectType: 'person', objectId: personId });
    return token;
  }

  async cancel(token: string | undefined): Promise<void> {
    if (await this.find(token)) await this.database.row(closeSignIn, [this.database.transaction.at]);
  }
}
