import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { mailDelayMs, mayMailAt, nextDigestAfter, usualChannel } from '@rinnalla/shared/notification/mailing';
import { notificationKinds } from '@rinnalla/shared/notification/notification-kinds';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mail } from '../../platform/mail/mail.js';
import { MailWords } from './mail-words.js';
import { joinedSubjects, mayKnow, type SubjectRow, subjectColumns } from './notification-subject.sql.js';

const startDigests = defineJob('startDigests', z.strictObject({}));
const mailDigest = defineJob('mailDigest', z.strictObject({ membershipId: z.uuid(), day: z.iso.date() }));

const membersWaiting = statement(
  'members-waiting-for-digest',
  'select distinct membership_id from notification where seen_at is null and mailed_at is null and at < $1',
);

/** As the receiver: cases with news that no mail has told, in the order of the last news; and what else they watch over. */
const casesOfDigest = statement(
  'cases-of-digest',
  `select ${subjectColumns}, p.email, array_agg(n.id) as notification_ids
     from notification n ${joinedSubjects} join person p on p.id = (select app.person())
     left join notification_setting s on s.person_id = p.id and s.kind = n.kind
    where n.membership_id = $1 and n.seen_at is null and n.mailed_at is null and n.at < $2 and ${mayKnow}
      and coalesce(s.channel, case when n.kind = any ($3) then 'none' end, 'now') <> 'none'
      and not exists (select from notification told where told.membership_id = n.membership_id and told.referral_id = n.referral_id
                        and told.mailed_at is not null and told.seen_at is null)
    group by r.id, r.case_number, e.id, e.case_number, m.id, p.email order by max(n.at) desc`,
);

const mailed = statement(
  'notifications-mailed',
  'update notification set mailed_at = $2 where id = any ($1)',
);

interface CaseOfDigest extends SubjectRow {
  email: string;
  notification_ids: string[];
}

/** At 07.45 on working days: the cases with news that the receiver has neither seen nor been mailed of. Case numbers and links alone. */
@Injectable()
export class MailDigest {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly words: MailWords,
  ) {
    jobs.repeat(startDigests, nextDigestAfter, () => this.start());
    jobs.handle(mailDigest, ({ membershipId }) => this.send(membershipId));
  }

  private async start(): Promise<void> {
    const { at } = this.database.transaction;
    // A process that slept over a morning does not catch up on a Saturday.
    if (!mayMailAt(at, false)) return;
    const day = helsinkiDateOf(at);
    const members = await this.database.rows<{ membership_id: string }>(membersWaiting, [this.before()]);
    for (const { membership_id: membershipId } of members)
      this.jobs.add(mailDigest, { membershipId, day }, { key: `digest ${membershipId} ${day}` });
  }

  private async send(membershipId: string): Promise<void> {
    const { at } = this.database.transaction;
    const mutedUsually = notificationKinds.filter((kind) => usualChannel[kind] === 'none');
    const found = await this.database.asMember(membershipId, async ({ language }) => ({
      language,
      cases: await this.database.rows<CaseOfDigest>(casesOfDigest, [
        membershipId,
        this.before(),
        mutedUsually,
      ]),
    }));
    const [first] = found?.cases ?? [];
    if (!found || !first) return;
    const event = `digest ${membershipId} ${helsinkiDateOf(at)}`;
    const outcome = await this.mail.send({
      to: first.email,
      language: found.language,
      event,
      ...this.words.ofDigest(found.cases, found.language),
    });
    if (outcome === 'sent')
      await this.database.rows(mailed, [found.cases.flatMap(({ notification_ids: ids }) => ids), at]);
  }

  /** What is newer may still leave as a mail of its own. */
  private before(): Date {
    return new Date(this.database.transaction.at.getTime() - mailDelayMs);
  }
}
