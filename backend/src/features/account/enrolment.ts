import { Injectable } from '@nestjs/common';
import type { Device } from '@rinnalla/shared/account/device';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { codeLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import { Authenticators } from './authenticators.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { settle } from './settle.js';
import { type KnownSignIn, SignIns } from './sign-ins.js';

/** What an enrolment gives: the session, and the codes that are shown this once. */
export interface Enrolled {
  sessionToken: string;
  recoveryCodes: string[];
}

/**
 * The first factor of a person, taken into use in the middle of the sign-in: there is no session before it. Who has one
 * already proves that instead; a half-open sign-in adds nothing to them.
 */
@Injectable()
export class Enrolment {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly signIns: SignIns,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  proposeAuthenticator(token: string | undefined): Promise<{ secret: string; uri: string }> {
    return this.database.inTransaction({}, async () => {
      const signIn = await this.enrolling(token);
      const { sealed, ...shown } = this.authenticators.propose({
        personId: signIn.person_id,
        email: signIn.email,
      });
      await this.signIns.keepSecret(sealed);
      return shown;
    });
  }

  withAuthenticator(token: string | undefined, code: string, device: Device): Promise<Enrolled> {
    return settle(this.database, {}, async () => {
      const signIn = await this.enrolling(token);
      if (!(await this.attempts.take(codeLimits(signIn.person_id))))
        return new Problem('tooManyRequests', { reason: 'tooManyTries' });
      const isInUse = await this.authenticators.takeIntoUse(signIn.person_id, signIn.totp_secret, code);
      return isInUse ? this.finish(signIn, device) : wrongCode();
    });
  }

  passkeyOptions(token: string | undefined, origin: string) {
    return this.database.inTransaction({}, async () => {
      const signIn = await this.enrolling(token);
      const options = await this.passkeys.registrationOptions(origin, {
        personId: signIn.person_id,
        email: signIn.email,
        name: `${signIn.given_name} ${signIn.surname}`,
      });
      await this.signIns.keepChallenge(options.challenge);
      return { options };
    });
  }

  withPasskey(
    token: string | undefined,
    origin: string,
    given: { name: string; response: unknown },
    device: Device,
  ): Promise<Enrolled> {
    return settle(this.database, {}, async () => {
      const signIn = await this.enrolling(token);
      await this.signIns.keepChallenge(null);
      const isAdded = await this.passkeys.add(
        origin,
        signIn.person_id,
        signIn.challenge,
        given.name,
        given.response,
      );
      return isAdded
        ? this.finish(signIn, device)
        : new Problem('wrongCredentials', { reason: 'secondFactor' });
    });
  }

  private async finish(signIn: KnownSignIn, device: Device): Promise<Enrolled> {
    const recoveryCodes = await this.recoveryCodes.renew(signIn.person_id);
    await this.signIns.prove();
    return { sessionToken: await this.signIns.open(signIn.person_id, device), recoveryCodes };
  }

  private async enrolling(token: string | undefined): Promise<KnownSignIn> {
    const signIn = await this.signIns.get(token);
    if (this.signIns.nextStepOf(signIn) !== 'enrolment')
      throw new Problem('wrongStatus', { reason: 'hasFactor' });
    return signIn;
  }
}

export const wrongCode = (): Problem =>
  new Problem('invalidInput', { fields: [{ path: 'body.code', code: 'invalid' }] });
