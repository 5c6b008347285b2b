import { Injectable } from '@nestjs/common';
import type { Device } from '@rinnalla/shared/account/device';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { passwordLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import { isRightPassword } from './passwords.js';
import { type SignInOutcome, SignIns } from './sign-ins.js';

const findCredential = statement(
  'find-credential',
  'select person_id, password_hash, demonstration from app.find_credential($1)',
);

interface Credential {
  person_id: string;
  password_hash: string;
  demonstration: boolean;
}

/**
 * The first proof: e-mail and password. Known and unknown addresses take the same way through the same two transactions
 * and one comparison; tries are counted in the first, so that a refusal does not undo the count.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly signIns: SignIns,
  ) {}

  /** A sign-in that goes on to the second factor; nothing for wrong credentials, or `tooManyRequests`. */
  async execute(
    email: string,
    password: string,
    from: { address: string; device: Device },
  ): Promise<SignInOutcome | undefined> {
    const limits = passwordLimits(email, from.address);
    const { isWithin, credential } = await this.database.inTransaction({}, async () => ({
      isWithin: await this.attempts.take(limits),
      credential: await this.database.row<Credential>(findCredential, [email]),
    }));
    const isRight = await isRightPassword(credential?.password_hash, password);
    if (!isWithin) throw new Problem('tooManyRequests', { reason: 'tooManyTries' });
    return this.database.inTransaction({}, async () => {
      if (!credential || !isRight || (credential.demonstration && !this.signIns.isExempt(credential))) {
        this.database.log({
          action: 'signInRefused',
          result: 'refused',
          objectType: 'person',
          ...(credential ? { objectId: credential.person_id } : {}),
        });
        return undefined;
      }
      await this.attempts.giveBack(limits);
      return this.goOn(credential, from.device);
    });
  }

  private async goOn(
    { person_id: personId, demonstration }: Credential,
    device: Device,
  ): Promise<SignInOutcome> {
    const signInToken = await this.signIns.begin('password', personId);
    if (!this.signIns.isExempt({ demonstration })) return { signInToken };
    return { sessionToken: await this.signIns.open(personId, device, true) };
  }
}
