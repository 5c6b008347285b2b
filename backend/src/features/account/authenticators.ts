import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Secret, TOTP } from 'otpauth';
import { Sealing } from '../../platform/auth/sealing.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const findOwn = statement('own-authenticator', 'select secret from authenticator where person_id = $1');
const useStep = statement(
  'use-authenticator-step',
  'update authenticator set last_step = $2, last_used_at = $3, secret = $4 where person_id = $1 and last_step < $2 returning 1 as used',
);
const keep = statement(
  'keep-authenticator',
  'insert into authenticator (person_id, secret, last_step, created_at) values ($1, $2, $3, $4) on conflict do nothing returning 1 as kept',
);
const remove = statement(
  'remove-authenticator',
  'delete from authenticator where person_id = $1 returning 1 as removed',
);

const seconds = 30;
/** One step to either side: a phone's clock may be half a minute off. */
const window = 1;

const totpOf = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: 'Rinnalla', label, secret, algorithm: 'SHA1', digits: 6, period: seconds });

/**
 * Authenticator apps (TOTP, RFC 6238). A code is good for once. A secret is kept sealed, anew with each code: so a changed
 * SEALING_KEY takes it over as people sign in.
 */
@Injectable()
export class Authenticators {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** A new secret, sealed until its first code is typed; and what the app reads. */
  propose(person: { personId: string; email: string }): { sealed: string; secret: string; uri: string } {
    const secret = new Secret({ size: 20 });
    return {
      sealed: this.seal(person.personId, secret),
      secret: secret.base32,
      uri: totpOf(secret, person.email).toString(),
    };
  }

  /** Takes the proposed one into use: its first code shows that the app has it. */
  async takeIntoUse(personId: string, sealed: string | null, code: string): Promise<boolean> {
    if (!sealed) throw new Problem('wrongStatus', { reason: 'nothingProposed' });
    const step = this.stepOf(this.open(personId, sealed), code);
    if (step === undefined) return false;
    const kept = await this.database.row(keep, [personId, sealed, step, this.database.transaction.at]);
    if (!kept) throw new Problem('alreadyExists', { reason: 'hasAuthenticator' });
    this.database.log({ action: 'addAuthenticator', objectType: 'person', objectId: personId });
    return true;
  }

  /** True once for each code: the step is taken in one statement, so that of two at once one is refused. */
  async isRight(personId: string, code: string): Promise<boolean> {
    const own = await this.database.row<{ secret: string }>(findOwn, [personId]);
    if (!own) return false;
    const secret = this.open(personId, own.secret);
    const step = this.stepOf(secret, code);
    if (step === undefined) return false;
    const { at } = this.database.transaction;
    return (
      (await this.database.row(useStep, [personId, step, at, this.seal(personId, secret)])) !== undefined
    );
  }

  async remove(personId: string): Promise<void> {
    if (!(await this.database.row(remove, [personId]))) throw new Problem('notFound');
    this.database.log({ action: 'removeAuthenticator', objectType: 'person', objectId: personId });
  }

  private seal(personId: string, secret: Secret): string {
    return this.sealing.seal(secret.base32, `totp:${personId}`);
  }

  /** Throws when no key of ours opens it: a recovery code, or a new factor, is the way on, and no other code. */
  private open(personId: string, sealed: string): Secret {
    const secret = this.sealing.open(sealed, `totp:${personId}`);
    if (secret === undefined) throw new Problem('wrongStatus', { reason: 'authenticatorLost' });
    return Secret.fromBase32(secret);
  }

  private stepOf(secret: Secret, code: string): number | undefined {
    const { at } = this.database.transaction;
    const delta = totpOf(secret).validate({
      token: code.replace(/\s/g, ''),
      timestamp: at.getTime(),
      window,
    });
    return delta === null ? undefined : Math.floor(at.getTime() / 1000 / seconds) + delta;
  }
}
