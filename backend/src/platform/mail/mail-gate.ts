import { Injectable } from '@nestjs/common';
import { kindsOf } from '@rinnalla/shared/client/sensitive-kinds';
import { findSensitive } from '@rinnalla/shared/client/sensitive-text';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { JobRefusal } from '../jobs/job-refusal.js';
import { log } from '../log/log.js';

/** What a mail says, and what the gate need not take for somebody's secret. */
export interface JudgedMail {
  subject: string;
  text: string;
  /** Names of organizations, which may be called after an illness or stand in a street's name; of a colleague who invites. */
  mayName?: readonly string[];
  /** The cases that it is about, and the words of its template, which are nobody's name. */
  about?: { referralIds: readonly string[]; template: string };
}

const namesClient = statement('mail-names-client', 'select app.names_client($1, $2) as named');

/** Ids and tokens in addresses are no words: some happen to look like a telephone number. */
const meaningless = /[\w-]{32,}/g;
const caseNumber = /(?<![\p{L}\d])\p{Lu}+-\d{4}-\d+/gu;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/**
 * The last door of every mail, whichever template wrote it: one that seems to carry an identity code, a telephone number,
 * an address, a word of health, somebody's full name or a name of a client whose case it is about does not leave. The job
 * is given up at once, for no further attempt makes the words others; the log gets kinds and no word.
 */
@Injectable()
export class MailGate {
  constructor(private readonly database: Database) {}

  async check({ subject, text, mayName = [], about }: JudgedMail, messageId: string): Promise<void> {
    const written = `${subject}\n${text}`.replaceAll(meaningless, ' ');
    const judged = mayName.reduce((rest, name) => (name ? rest.replaceAll(name, ' ') : rest), written);
    const kinds: string[] = kindsOf(findSensitive(judged));
    if (about && (await this.namesClient(judged, about))) kinds.push('clientName');
    if (kinds.length === 0) return;
    log.error({ messageId, kinds }, 'mail refused: it seems to carry what no mail may carry');
    // In a transaction of its own: the job's is undone.
    await this.database.inTransaction({}, async () =>
      this.database.log({
        action: 'sendMail',
        result: 'refused',
        objectType: 'mail',
        objectId: messageId,
        details: { kinds, referralIds: about?.referralIds ?? [] },
      }),
    );
    throw new JobRefusal('sensitiveMail');
  }

  /** Most mails have no word but their template's, and then nobody asks. */
  private async namesClient(
    judged: string,
    { referralIds, template }: NonNullable<JudgedMail['about']>,
  ): Promise<boolean> {
    const own = new Set(wordsOf(template));
    const others = wordsOf(judged.replaceAll(caseNumber, ' ')).filter((word) => !own.has(word));
    if (others.length === 0) return false;
    const row = await this.database.row<{ named: boolean }>(namesClient, [referralIds, [...new Set(others)]]);
    return row?.named ?? false;
  }
}
