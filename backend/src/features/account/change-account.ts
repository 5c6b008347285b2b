import { Injectable } from '@nestjs/common';
import type { AccountView } from '@rinnalla/shared/account/account-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { Authenticators } from './authenticators.js';
import { wrongCode } from './enrolment.js';
import { presentAccount } from './own-account.presenter.js';
import { OwnAccount } from './own-account.query.js';
import { Passkeys } from './passkeys.js';
import { hashOfNewPassword, isRightPassword } from './passwords.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SessionCeremony } from './session-ceremony.js';
import { SessionKeeper } from './session-keeper.js';
import { SignIns } from './sign-ins.js';

const keepPassword = statement('keep-password', 'select app.keep_password($1, $2)');
const endOthers = statement('end-other-sessions', 'select app.end_sessions($1, $2) as ended');
const endOne = statement(
  'end-own-session',
  'update session set revoked_at = $2 where id = $1 and person_id = app.person() and revoked_at is null returning id',
);
const renewedId = statement('renewed-session', `select id from session where token_hash = decode($1, 'hex')`);

/** What signed-in people do with their own account. Each answers with the account as it then is. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly database: Database,
    private readonly account: OwnAccount,
    private readonly sessions: SessionKeeper,
    private readonly ceremony: SessionCeremony,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly signIns: SignIns,
  ) {}

  async read(actor: Pick<Actor, 'sessionId'>): Promise<AccountView> {
    const proofs = await this.account.proofs();
    return presentAccount(proofs, await this.account.read(), {
      sessionId: actor.sessionId,
      isExempt: this.signIns.isExempt(proofs),
    });
  }

  /** Whoever else is signed in as this person is out; the caller goes on under a new token. */
  async changePassword(
    actor: Actor,
    { current, password }: { current?: string | undefined; password: string },
  ): Promise<{ sessionToken: string; view: AccountView }> {
    const proofs = await this.account.proofs();
    if (proofs.demonstration) throw new Problem('notAllowed', { reason: 'demonstrationPerson' });
    if (proofs.password_hash !== null && !(await isRightPassword(proofs.password_hash, current ?? ''))) {
      throw new Problem('invalidInput', { fields: [{ path: 'body.current', code: 'invalid' }] });
    }
    await this.database.row(keepPassword, [
      await hashOfNewPassword(password, proofs),
      this.database.transaction.at,
    ]);
    this.database.log({ action: 'changePassword', objectType: 'person', objectId: actor.personId });
    return this.underNewToken(actor);
  }

  async proposeAuthenticator(actor: Actor): Promise<{ secret: string; uri: string }> {
    const { email } = await this.account.proofs();
    const { sealed, ...shown } = this.authenticators.propose({ personId: actor.personId, email });
    await this.ceremony.keepSecret(actor, sealed);
    return shown;
  }

  async addAuthenticator(actor: Actor, code: string): Promise<AccountView> {
    if (!(await this.authenticators.takeIntoUse(actor.personId, await this.ceremony.secret(actor), code)))
      throw wrongCode();
    await this.ceremony.keepSecret(actor, null);
    return this.read(actor);
  }

  async removeAuthenticator(actor: Actor): Promise<AccountView> {
    await this.authenticators.remove(actor.personId);
    await this.refuseWithoutFactor();
    return this.read(actor);
  }

  async newPasskeyOptions(actor: Actor, origin: string) {
    const { email } = await this.account.proofs();
    const options = await this.passkeys.registrationOptions(origin, {
      personId: actor.personId,
      email,
      name: `${actor.givenName} ${actor.surname}`,
    });
    await this.ceremony.keepChallenge(actor, options.challenge);
    return { options };
  }

  async addPasskey(
    actor: Actor,
    origin: string,
    given: { name: string; response: unknown },
  ): Promise<AccountView> {
    const isAdded = await this.passkeys.add(
      origin,
      actor.personId,
      await this.ceremony.takeChallenge(actor),
      given.name,
      given.response,
    );
    if (!isAdded) throw new Problem('wrongCredentials', { reason: 'secondFactor' });
    return this.read(actor);
  }

  async removePasskey(actor: Actor, passkeyId: string): Promise<AccountView> {
    await this.passkeys.remove(actor.personId, passkeyId);
    await this.refuseWithoutFactor();
    return this.read(actor);
  }

  async renewRecoveryCodes(actor: Actor): Promise<{ recoveryCodes: string[] }> {
    return { recoveryCodes: await this.recoveryCodes.renew(actor.personId) };
  }

  async endSession(actor: Actor, sessionId: string): Promise<AccountView> {
    if (!(await this.database.row(endOne, [sessionId, this.database.transaction.at])))
      throw new Problem('notFound');
    this.database.log({ action: 'endSession', objectType: 'session', objectId: sessionId });
    this.database.happened({ name: 'sessionEnded', payload: { sessionId } });
    return this.read(actor);
  }

  async endOtherSessions(actor: Actor): Promise<AccountView> {
    await this.database.row(endOthers, [actor.sessionId, this.database.transaction.at]);
    this.database.log({ action: 'endOtherSessions', objectType: 'person', objectId: actor.personId });
    return this.read(actor);
  }

  private async underNewToken(actor: Actor): Promise<{ sessionToken: string; view: AccountView }> {
    const sessionToken = await this.sessions.renew(actor);
    if (!sessionToken) throw new Problem('notSignedIn');
    const renewed = await this.database.row<{ id: string }>(renewedId, [hashOfToken(sessionToken)]);
    const sessionId = renewed?.id ?? '';
    await this.database.row(endOthers, [sessionId, this.database.transaction.at]);
    return { sessionToken, view: await this.read({ sessionId }) };
  }

  /** Who could read personal data keeps a second factor; the transaction takes the removal back. */
  private async refuseWithoutFactor(): Promise<void> {
    const { has_authenticator: hasAuthenticator, has_passkey: hasPasskey } = await this.account.proofs();
    if (!hasAuthenticator && !hasPasskey) throw new Problem('wrongStatus', { reason: 'lastFactor' });
  }
}
