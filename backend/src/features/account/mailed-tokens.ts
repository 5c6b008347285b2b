import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { findSensitive } from '@rinnalla/shared/client/sensitive-text';
import { inLanguage, type Language, type Localized } from '@rinnalla/shared/kernel/localized';
import { Sealing } from '../../platform/auth/sealing.js';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import { type Config, publicOriginOf } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { JobRefusal } from '../../platform/jobs/job-refusal.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mail } from '../../platform/mail/mail.js';
import { sendInvitation, sendPasswordReset } from './account-jobs.js';
import { invitationMail, passwordResetMail } from './account-mails.js';

const beginInvitation = statement(
  'begin-invitation',
  'select * from app.begin_invitation($1, $2, $3, $4, $5)',
);
const beginReset = statement('begin-password-reset', 'select * from app.begin_password_reset($1, $2, $3)');

/** What a sealed address is for. */
const resetAddress = 'password-reset';

/** Mails links that hold a token, from jobs. The token stands behind the `#`: no server's log sees it. */
@Injectable()
export class MailedTokens implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly sealing: Sealing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendInvitation, (payload) => this.sendInvitation(payload));
    this.jobs.handle(sendPasswordReset, async ({ sealedAddress }) => {
      const address = this.sealing.open(sealedAddress, resetAddress);
      if (address === undefined) throw new JobRefusal('unreadableAddress');
      await this.sendReset(address);
    });
  }

  /** With the current transaction's commit. */
  askForInvitation(personId: string, organizationId: string | null, invitedBy: string | null): void {
    this.jobs.add(sendInvitation, { personId, organizationId, invitedBy });
  }

  /** The same for every address, known or not. */
  askForReset(address: string): void {
    this.jobs.add(sendPasswordReset, { sealedAddress: this.sealing.seal(address, resetAddress) });
  }

  private async sendInvitation({
    personId,
    organizationId,
    invitedBy,
  }: {
    personId: string;
    organizationId: string | null;
    invitedBy: string | null;
  }): Promise<void> {
    const token = newMailedToken();
    const row = await this.database.row<{
      email: string;
      language: Language;
      organization_name: Localized | null;
      inviter_name: string | null;
    }>(beginInvitation, [
      personId,
      organizationId,
      invitedBy,
      hashOfToken(token),
      this.database.transaction.at,
    ]);
    if (!row) return;
    const organization = row.organization_name
      ? inLanguage(row.organization_name, row.language).text
      : 'Rinnalla';
    const written = invitationMail[row.language]({
      link: this.linkTo('kutsu', token),
      organization,
      inviter: row.inviter_name,
    });
    await this.mail.send({
      to: row.email,
      ...written,
      mayName: row.inviter_name ? [organization, row.inviter_name] : [organization],
      language: row.language,
      event: `invitation ${hashOfToken(token)}`,
    });
  }

  private async sendReset(address: string): Promise<void> {
    const token = newMailedToken();
    const row = await this.database.row<{ email: string; language: Language }>(beginReset, [
      address,
      hashOfToken(token),
      this.database.transaction.at,
    ]);
    if (!row) return;
    const written = passwordResetMail[row.language](this.linkTo('uusi-salasana', token));
    await this.mail.send({
      to: row.email,
      ...written,
      language: row.language,
      event: `reset ${hashOfToken(token)}`,
    });
  }

  private linkTo(screen: string, token: string): string {
    return `${publicOriginOf(this.config)}/${screen}#${token}`;
  }
}

/** Random letters may happen to look like a phone number, which no mail may carry. */
const newMailedToken = (): string => {
  const token = newSessionToken();
  return findSensitive(`#${token}`).length === 0 ? token : newMailedToken();
};
