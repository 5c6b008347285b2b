import { Injectable } from '@nestjs/common';
import { isNews, mayMailAt } from '@rinnalla/shared/notification/mailing';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mail } from '../../platform/mail/mail.js';
import { MailWords } from './mail-words.js';
import { joinedSubjects, mayKnow, type SubjectRow, subjectColumns } from './notification-subject.sql.js';

export const mailNotification = defineJob(
  'mailNotification',
  z.strictObject({ notificationId: z.string().regex(/^\d+$/) }),
);

const waiting = statement(
  'notification-to-mail',
  `select n.id, n.membership_id, n.at, n.urgent from notification n
    where n.id = $1 and n.seen_at is null and n.mailed_at is null for update`,
);

/** As the receiver: what they may still see, and where the last mail of the same case has been visited. */
const visible = statement(
  'notification-visible',
  `select ${subjectColumns}, p.email
     from notification n ${joinedSubjects} join person p on p.id = (select app.person())
    where n.id = $1 and ${mayKnow}
      and (n.conversation_id is null or exists (select from conversation c where c.id = n.conversation_id))
      and not exists (select from notification_setting s where s.person_id = p.id and s.kind = n.kind and s.channel <> 'now' and not n.urgent)
      and not exists (select from notification earlier where earlier.membership_id = n.membership_id and earlier.referral_id = n.referral_id
                        and earlier.mailed_at is not null and earlier.seen_at is null)`,
);

const mailed = statement('notification-mailed', 'update notification set mailed_at = $2 where id = $1');

interface Waiting {
  id: string;
  membership_id: string;
  at: Date;
  urgent: boolean;
}

/** One mail for a case until it is visited, ten minutes after the event, and only to whoever may still know of it. */
@Injectable()
export class MailNotification {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly words: MailWords,
    jobs: Jobs,
  ) {
    jobs.handle(mailNotification, ({ notificationId }) => this.send(notificationId));
  }

  private async send(notificationId: string): Promise<void> {
    const { at } = this.database.transaction;
    const found = await this.database.row<Waiting>(waiting, [notificationId]);
    // What rests now goes with the digest of the next working day.
    if (!found || !mayMailAt(at, found.urgent) || !isNews(found.at, at)) return;
    const receiver = await this.database.asMember(found.membership_id, async ({ language }) => {
      const row = await this.database.row<SubjectRow & { email: string }>(visible, [found.id]);
      return row && { row, language };
    });
    if (!receiver) return;
    const { row, language } = receiver;
    const outcome = await this.mail.send({
      to: row.email,
      language,
      event: `notification ${found.id}`,
      ...this.words.ofOne(row, language),
    });
    // In doubt, the digest names the case: nothing is told twice, and nothing is lost.
    if (outcome === 'sent') await this.database.rows(mailed, [found.id, at]);
  }
}
