import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Language } from '@rinnalla/shared/kernel/localized';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { log } from '../log/log.js';
import { InDoubt, type MailCarrier, mailCarrierOf } from './mail-carrier.js';
import { type JudgedMail, MailGate } from './mail-gate.js';

export interface OutgoingMail extends JudgedMail {
  to: string;
  language: Language;
  /** What the mail is about, and to whom: the same event sent again has the same Message-ID, and mail programs show one. */
  event: string;
}

const beginMail = statement('begin-mail', 'select app.begin_mail($1, $2) as begun');
const withdrawMail = statement('withdraw-mail', 'select app.withdraw_mail($1)');

/**
 * Sends a mail, from jobs only: a request never waits for a mail server. At most once for an event: that it begins is
 * committed before it leaves, so a process that dies in between leaves it in doubt, and in doubt it is not sent again.
 * Only a server that said no makes room for another attempt. What no mail may carry, the gate refuses.
 * The log gets the Message-ID, never an address or a word.
 */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly carrier: MailCarrier;
  private readonly from: string;
  private readonly domain: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly gate: MailGate,
  ) {
    this.carrier = mailCarrierOf(config);
    this.domain = config.PUBLIC_ORIGIN ? new URL(config.PUBLIC_ORIGIN).hostname : 'rinnalla.localhost';
    this.from = config.MAIL_FROM ?? `Rinnalla <rinnalla@${this.domain}>`;
  }

  async send(mail: OutgoingMail): Promise<'sent' | 'inDoubt'> {
    const { to, subject, text, language, event } = mail;
    const messageId = `<${createHash('sha256').update(`${event} ${to}`).digest('hex').slice(0, 40)}@${this.domain}>`;
    await this.gate.check(mail, messageId);
    if (!(await this.begins(messageId))) return 'inDoubt';
    const arrived = await this.carrier
      .carry({
        from: this.from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      })
      .catch(async (error: unknown) => {
        if (error instanceof InDoubt) return false;
        await this.database.inTransaction({}, () => this.database.rows(withdrawMail, [messageId]));
        throw error;
      });
    if (!arrived) log.warn({ messageId }, 'mail in doubt: the server did not say whether it has it');
    else log.info({ messageId }, 'mail sent');
    return arrived ? 'sent' : 'inDoubt';
  }

  /** In a transaction of its own, which outlives whatever becomes of the job's. */
  private async begins(messageId: string): Promise<boolean> {
    const rows = await this.database.inTransaction({}, ({ transaction }) =>
      transaction.rows<{ begun: boolean }>(beginMail, [messageId, transaction.at]),
    );
    const begun = rows[0]?.begun ?? false;
    if (!begun) log.warn({ messageId }, 'mail not sent again: it has begun before');
    return begun;
  }

  onApplicationShutdown(): void {
    this.carrier.close();
  }
}
