import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { sensitiveHintsIn } from '@rinnalla/shared/client/sensitive-text';
import type { Language } from '@rinnalla/shared/kernel/localized';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { JobRefusal } from '../jobs/job-refusal.js';
import { log } from '../log/log.js';
import { type MailCarrier, mailCarrierOf } from './mail-carrier.js';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  language: Language;
  /** What the mail is about, and to whom: the same event sent again has the same Message-ID, and mail programs show one. */
  event: string;
}

/**
 * Sends a mail, from jobs only: a request never waits for a mail server. A text that seems to carry what no mail may
 * carry is refused, whichever template wrote it. The log gets the Message-ID, never an address or a word.
 */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly carrier: MailCarrier;
  private readonly from: string;
  private readonly domain: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.carrier = mailCarrierOf(config);
    this.domain = config.PUBLIC_ORIGIN ? new URL(config.PUBLIC_ORIGIN).hostname : 'rinnalla.localhost';
    this.from = config.MAIL_FROM ?? `Rinnalla <rinnalla@${this.domain}>`;
  }

  async send({ to, subject, text, language, event }: OutgoingMail): Promise<void> {
    const messageId = `<${createHash('sha256').update(`${event} ${to}`).digest('hex').slice(0, 40)}@${this.domain}>`;
    const hints = sensitiveHintsIn(`${subject}\n${text}`);
    if (hints.length > 0) {
      log.error({ messageId, hints }, 'mail refused: it seems to carry what no mail may carry');
      throw new JobRefusal('sensitiveMail');
    }
    await this.carrier.carry({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    });
    log.info({ messageId }, 'mail sent');
  }

  onApplicationShutdown(): void {
    this.carrier.close();
  }
}
