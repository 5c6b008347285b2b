import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { confirmationRoutes, confirmedForMinutes } from '@rinnalla/shared/account/confirmation-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const ownCredential = statement('own-credential', 'select password_hash from app.own_credential()');
const countSignIn = statement('count-confirmation', 'select app.count_sign_in($1, $2, $3)');
const keepConfirmation = statement('keep-confirmation', 'update session set confirmed_at = $2 where id = $1');

type Proof = ParsedOf<typeof confirmationRoutes.confirm>['body'];

/** Proves anew who sits at an open session. A wrong proof is counted and logged in a transaction of its own. */
@Injectable()
export class ConfirmIdentity {
  constructor(private readonly database: Database) {}

  async execute(tokenHash: string | undefined, proof: Proof): Promise<ResponseOf<typeof confirmationRoutes.confirm>> {
    const answer = await this.database.inTransaction({ tokenHash }, async ({ transaction }) => {
      const { actor, at } = transaction;
      if (!actor) throw new Problem('notSignedIn');
      const isProven = await this.isProven(actor, proof, at);
      this.database.log({ action: isProven ? 'confirmIdentity' : 'confirmIdentityRefused', objectType: 'person', objectId: actor.personId });
      if (!isProven) return undefined;
      await this.database.row(keepConfirmation, [actor.sessionId, at]);
      return { confirmedUntil: new Date(at.getTime() + confirmedForMinutes * 60_000).toISOString() };
    });
    if (!answer) throw new Problem('wrongCredentials');
    return answer;
  }

  private async isProven(actor: Actor, proof: Proof, at: Date): Promise<boolean> {
    const credential = await this.database.row<{ password_hash: string }>(ownCredential);
    const isRight = credential !== undefined && (await verify(credential.password_hash, proof.password).catch(() => false));
    await this.database.row(countSignIn, [actor.personId, isRight, at]);
    return isRight;
  }
}
