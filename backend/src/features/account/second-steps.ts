import { Injectable } from '@nestjs/common';
import type { Device } from '@rinnalla/shared/account/device';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { beginningLimits, codeLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import { Authenticators } from './authenticators.js';
import type { CallerPlace } from './caller-place.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { settle } from './settle.js';
import { type KnownSignIn, type SignInOutcome, SignIns } from './sign-ins.js';

/** The second proof of a sign-in; with a passkey, which is two factors by itself, also the first. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly signIns: SignIns,
    private readonly authenticators: Authenticators,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly passkeys: Passkeys,
  ) {}

  withCode(token: string | undefined, code: string, from: CallerPlace): Promise<SignInOutcome> {
    return this.step(token, from.device, ({ person_id: personId }) =>
      this.authenticators.isRight(personId, code),
    );
  }

  withRecoveryCode(token: string | undefined, code: string, from: CallerPlace): Promise<SignInOutcome> {
    return this.step(token, from.device, async ({ person_id: personId }) => {
      const isRight = await this.recoveryCodes.use(personId, code);
      if (isRight) this.database.log({ action: 'useRecoveryCode', objectType: 'person', objectId: personId });
      return isRight;
    });
  }

  /** A challenge for who is signing in; without one, a sign-in begins for whoever the device knows. */
  passkeyOptions(token: string | undefined, origin: string, from: CallerPlace) {
    return settle(this.database, {}, async () => {
      const found = await this.signIns.find(token);
      if (!found && !(await this.attempts.take(beginningLimits(from.address))))
        return new Problem('tooManyRequests', { reason: 'tooManyTries' });
      const signInToken = found ? undefined : await this.signIns.begin('passkey', null);
      const options = await this.passkeys.requestOptions(origin, found?.person_id ?? null);
      await this.signIns.keepChallenge(options.challenge);
      return { options, signInToken };
    });
  }

  withPasskey(
    token: string | undefined,
    origin: string,
    response: unknown,
    from: CallerPlace,
  ): Promise<SignInOutcome> {
    return settle(this.database, {}, async () => {
      const signIn = await this.signIns.find(token);
      if (!signIn) return new Problem('notSignedIn', { reason: 'signInOver' });
      await this.signIns.keepChallenge(null);
      const shown = await this.passkeys.show(origin, signIn.challenge, response);
      if (!shown || (signIn.person_id && signIn.person_id !== shown.personId))
        return this.refuse(signIn.person_id);
      await this.signIns.knowPerson(shown.personId);
      await this.signIns.find(token);
      if (!(await shown.use())) return this.refuse(shown.personId);
      await this.signIns.prove();
      return { sessionToken: await this.signIns.open(shown.personId, from.device) };
    });
  }

  cancel(token: string | undefined): Promise<void> {
    return this.database.inTransaction({}, () => this.signIns.cancel(token));
  }

  private step(
    token: string | undefined,
    device: Device,
    isRight: (signIn: KnownSignIn) => Promise<boolean>,
  ): Promise<SignInOutcome> {
    return settle(this.database, {}, async () => {
      const signIn = await this.signIns.get(token);
      const limits = codeLimits(signIn.person_id);
      if (!(await this.attempts.take(limits)))
        return new Problem('tooManyRequests', { reason: 'tooManyTries' });
      if (!(await isRight(signIn))) return this.refuse(signIn.person_id);
      await this.attempts.giveBack(limits);
      await this.signIns.prove();
      return { sessionToken: await this.signIns.open(signIn.person_id, device) };
    });
  }

  private refuse(personId: string | null): Problem {
    this.database.log({
      action: 'secondFactorRefused',
      result: 'refused',
      objectType: 'person',
      ...(personId ? { objectId: personId } : {}),
    });
    return new Problem('wrongCredentials', { reason: 'secondFactor' });
  }
}
