import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const findCredential = statement('find-credential', 'select person_id, password_hash, locked_until from app.find_credential($1)');
const countSignIn = statement('count-sign-in', 'select app.count_sign_in($1, $2, $3)');
const openSession = statement('open-session', 'select app.open_session($1, $2, $3, $4) as id');

/** Compared against when nobody has the address, so that both answers take the same time. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$N2Y0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ';

interface Credential {
  person_id: string;
  password_hash: string;
  locked_until: Date | null;
}

/** Signs a person in with e-mail and password (argon2id). Attempts are counted in a transaction of their own, so a refusal does not undo the count. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The token of the session that was opened, or `wrongCredentials` / `tooManyRequests`. */
  async execute(email: string, password: string): Promise<{ personId: string; token: string }> {
    const now = this.clock.now();
    const credential = await this.database.inTransaction({}, () => this.database.row<Credential>(findCredential, [email]));
    const right = await verify(credential?.password_hash ?? nobodysHash, password).catch(() => false);
    if (!credential) throw new Problem('wrongCredentials');
    if (credential.locked_until && credential.locked_until > now) throw new Problem('tooManyRequests', { reason: 'accountLocked' });
    return this.database.inTransaction({}, async () => {
      await this.database.row(countSignIn, [credential.person_id, right, now]);
      this.database.log({
        action: right ? 'signIn' : 'signInRefused',
        ...(right ? {} : { result: 'refused' as const }),
        objectType: 'person',
        objectId: credential.person_id,
      });
      if (!right) return undefined;
      const token = newSessionToken();
      await this.database.row(openSession, [credential.person_id, hashOfToken(token), null, now]);
      return { personId: credential.person_id, token };
    }).then((opened) => {
      if (!opened) throw new Problem('wrongCredentials');
      return opened;
    });
  }
}
