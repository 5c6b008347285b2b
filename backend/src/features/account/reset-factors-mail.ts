import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { inLanguage, type Localized } from '@rinnalla/shared/kernel/localized';
import { z } from 'zod';
import { type Config, publicOriginOf } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mail } from '../../platform/mail/mail.js';
import { factorsResetMail } from './account-mails.js';

const mailFactorsReset = defineJob(
  'mailFactorsReset',
  z.strictObject({ membershipId: z.guid(), at: z.iso.datetime() }),
);

const receiver = statement(
  'receiver-of-factors-reset',
  `select p.email, o.name as organization from person p join organization o on o.id = (select app.organization())
    where p.id = (select app.person())`,
);

/** Tells people that their second factors were taken away: whoever did not ask for it must hear at once. */
@Injectable()
export class ResetFactorsMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(mailFactorsReset, (payload) => this.send(payload));
  }

  /** With the current transaction's commit. */
  add(membershipId: string): void {
    const at = this.database.transaction.at.toISOString();
    this.jobs.add(mailFactorsReset, { membershipId, at }, { key: `factors ${membershipId} ${at}` });
  }

  private async send({ membershipId, at }: { membershipId: string; at: string }): Promise<void> {
    const found = await this.database.asMember(membershipId, async ({ language }) => {
      const row = await this.database.row<{ email: string; organization: Localized }>(receiver);
      return row && { ...row, language };
    });
    if (!found) return;
    const { email, language } = found;
    const organization = inLanguage(found.organization, language).text;
    await this.mail.send({
      to: email,
      ...factorsResetMail[language]({
        organization,
        address: publicOriginOf(this.config),
      }),
      mayName: [organization],
      language,
      event: `factors reset ${membershipId} ${at}`,
    });
  }
}
