import { Injectable } from '@nestjs/common';
import { confirmationRoutes, confirmedForMinutes } from '@rinnalla/shared/account/confirmation-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { codeLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import { Authenticators } from './authenticators.js';
import { OwnAccount } from './own-account.query.js';
import { Passkeys } from './passkeys.js';
import { isRightPassword } from './passwords.js';
import { SessionCeremony } from './session-ceremony.js';
import { settle } from './settle.js';

const keepConfirmation = statement('keep-confirmation', 'update session set confirmed_at = $2 where id = $1');

type Proof = ParsedOf<typeof confirmationRoutes.confirm>['body'];

/** Proves anew who sits at an open session. A wrong proof is counted and logged although it is refused. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly account: OwnAccount,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly ceremony: SessionCeremony,
  ) {}

  async passkeyOptions(actor: Actor, origin: string) {
    const options = await this.passkeys.requestOptions(origin, actor.personId);
    await this.ceremony.keepChallenge(actor, options.challenge);
    return { options };
  }

  execute(
    tokenHash: string | undefined,
    origin: string,
    proof: Proof,
  ): Promise<ResponseOf<typeof confirmationRoutes.confirm>> {
    return settle(this.database, { tokenHash }, async ({ transaction: { actor, at } }) => {
      if (!actor) return new Problem('notSignedIn');
      const limits = codeLimits(actor.personId);
      if (!(await this.attempts.take(limits)))
        return new Problem('tooManyRequests', { reason: 'tooManyTries' });
      const isProven = await this.isProven(actor, origin, proof);
      this.database.log({
        action: isProven ? 'confirmIdentity' : 'confirmIdentityRefused',
        ...(isProven ? {} : { result: 'refused' as const }),
        objectType: 'person',
        objectId: actor.personId,
      });
      if (!isProven) return new Problem('wrongCredentials', { reason: 'secondFactor' });
      await this.attempts.giveBack(limits);
      await this.database.row(keepConfirmation, [actor.sessionId, at]);
      return { confirmedUntil: new Date(at.getTime() + confirmedForMinutes * 60_000).toISOString() };
    });
  }

  private async isProven(actor: Actor, origin: string, proof: Proof): Promise<boolean> {
    switch (proof.way) {
      case 'code':
        return this.authenticators.isRight(actor.personId, proof.code);
      case 'passkey': {
        const shown = await this.passkeys.show(
          origin,
          await this.ceremony.takeChallenge(actor),
          proof.response,
        );
        return shown?.personId === actor.personId && (await shown.use());
      }
      case 'password': {
        // A password alone would be a step down for who has a factor.
        const {
          has_authenticator: hasAuthenticator,
          has_passkey: hasPasskey,
          password_hash: hash,
        } = await this.account.proofs();
        return !hasAuthenticator && !hasPasskey && isRightPassword(hash ?? undefined, proof.password);
      }
    }
  }
}
