import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { resetLimits, tokenLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import type { CallerPlace } from './caller-place.js';
import { MailedTokens } from './mailed-tokens.js';
import { hashOfNewPassword } from './passwords.js';
import { SignIns } from './sign-ins.js';

const findToken = statement('find-account-token', 'select * from app.find_account_token($1, $2, $3)');
const useToken = statement('use-account-token', 'select person_id from app.use_account_token($1, $2, $3)');
const keepPassword = statement('keep-mailed-password', 'select app.keep_password($1, $2)');
const endSessions = statement('end-all-sessions', 'select app.end_sessions(null, $1) as ended');
const providerOf = statement(
  'provider-of-organization',
  'select id from identity_provider where organization_id = $1 and enabled',
);

type Purpose = 'invitation' | 'passwordReset';

interface TokenRow {
  id: string;
  person_id: string;
  email: string;
  given_name: string;
  surname: string;
  organization_id: string | null;
  organization_name: Localized | null;
}

/** Links from mail: an invitation that is taken up, a forgotten password. Each token serves once, for its one purpose. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly tokens: MailedTokens,
    private readonly signIns: SignIns,
  ) {}

  async readInvitation(token: string, from: CallerPlace) {
    await this.attempts.takeOrRefuse(tokenLimits(from.address));
    return this.database.inTransaction({}, async () => {
      const row = await this.get(token, 'invitation');
      const provider = row.organization_id
        ? await this.database.row<{ id: string }>(providerOf, [row.organization_id])
        : undefined;
      return {
        email: row.email,
        givenName: row.given_name,
        organization: row.organization_name,
        providerId: provider?.id ?? null,
      };
    });
  }

  /** The password is the first proof: the sign-in goes on to the second factor. */
  async acceptInvitation(
    token: string,
    password: string,
    from: CallerPlace,
  ): Promise<{ signInToken: string }> {
    await this.attempts.takeOrRefuse(tokenLimits(from.address));
    return this.database.inTransaction({}, async () => {
      const personId = await this.choosePassword(token, 'invitation', password);
      this.database.log({ action: 'acceptInvitation', objectType: 'person', objectId: personId });
      return { signInToken: await this.signIns.begin('password', personId) };
    });
  }

  /** One transaction for every address, so that nothing in answer or time tells whose it is. */
  async forgetPassword(email: string, from: CallerPlace): Promise<void> {
    const isWithin = await this.database.inTransaction({}, async () => {
      const within = await this.attempts.take(resetLimits(email, from.address));
      if (within) this.tokens.askForReset(email);
      return within;
    });
    if (!isWithin) throw new Problem('tooManyRequests', { reason: 'tooManyTries' });
  }

  /** Whoever was signed in as this person is out. Signing in asks for the second factor as ever. */
  async resetPassword(token: string, password: string, from: CallerPlace): Promise<void> {
    await this.attempts.takeOrRefuse(tokenLimits(from.address));
    await this.database.inTransaction({}, async () => {
      const personId = await this.choosePassword(token, 'passwordReset', password);
      await this.database.row(endSessions, [this.database.transaction.at]);
      this.database.log({ action: 'resetPassword', objectType: 'person', objectId: personId });
    });
  }

  /** A password that is refused leaves the token as it was. */
  private async choosePassword(token: string, purpose: Purpose, password: string): Promise<string> {
    const row = await this.get(token, purpose);
    const passwordHash = await hashOfNewPassword(password, row);
    const used = await this.database.row<{ person_id: string }>(useToken, [
      hashOfToken(token),
      purpose,
      this.database.transaction.at,
    ]);
    if (!used) throw gone();
    await this.database.row(keepPassword, [passwordHash, this.database.transaction.at]);
    return used.person_id;
  }

  private async get(token: string, purpose: Purpose): Promise<TokenRow> {
    const row = await this.database.row<TokenRow>(findToken, [
      hashOfToken(token),
      purpose,
      this.database.transaction.at,
    ]);
    if (!row) throw gone();
    return row;
  }
}

/** Used, over, replaced by a later one, or never given: the same to whoever holds it. */
const gone = (): Problem => new Problem('notFound', { reason: 'linkGone' });
