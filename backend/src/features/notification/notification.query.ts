import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { NotificationView } from '@rinnalla/shared/notification/notification-routes';
import { mayNameInLine } from '@rinnalla/shared/referral/disclosure';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { joinedSubjects, mayKnow } from './notification-subject.sql.js';

/** With what it is about under the reader's own rights: a case that they may not read any more takes its notifications with it. */
const listed = statement(
  'notifications-listed',
  `select n.id, n.kind, n.referral_id, coalesce(r.case_number, e.case_number) as case_number, c.first_name, m.id as left_membership_id,
          lp.given_name || ' ' || lp.surname as left_name, s.title as service_title, n.count, n.urgent, n.at, n.seen_at is not null as seen,
          r.sender_organization_id = (select app.case_organization()) as is_sender, r.status, r.non_disclosure,
          r.sent_at is not null as was_sent, r.disclosure_ended_at is not null as disclosure_ended
     from notification n ${joinedSubjects} left join service s on s.id = r.service_id
     left join referral_content c on c.referral_id = r.id left join person lp on lp.id = m.person_id
    where n.person_id = (select app.person()) and ${mayKnow} and ($1::bigint is null or n.id < $1) order by n.id desc limit $2`,
);
const unseen = statement(
  'notifications-unseen',
  `select count(*)::int as unseen from notification n ${joinedSubjects}
    where n.person_id = (select app.person()) and ${mayKnow} and n.seen_at is null`,
);

interface Row {
  id: string;
  kind: NotificationView['kind'];
  referral_id: string | null;
  case_number: string | null;
  left_membership_id: string | null;
  left_name: string | null;
  first_name: string | null;
  service_title: Localized | null;
  count: number;
  urgent: boolean;
  at: Date;
  seen: boolean;
  is_sender: boolean | null;
  /** Null, with what follows, of what is no case. */
  status: ReferralStatus | null;
  non_disclosure: boolean;
  was_sent: boolean;
  disclosure_ended: boolean;
}

@Injectable()
export class NotificationQuery {
  constructor(private readonly database: Database) {}

  async list({
    after,
    limit,
  }: {
    after?: string | undefined;
    limit: number;
  }): Promise<{ items: NotificationView[]; next: string | null; unseen: number }> {
    const before = after && /^\d{1,18}$/.test(after) ? after : null;
    const rows = await this.database.rows<Row>(listed, [before, limit + 1]);
    const items = rows.slice(0, limit).map(present);
    return {
      items,
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      unseen: await this.countUnseen(),
    };
  }

  async countUnseen(): Promise<number> {
    return (await this.database.row<{ unseen: number }>(unseen))?.unseen ?? 0;
  }
}

/** As on every line about the case: a provider is not told the name of a non-disclosure client before it has promised a place. */
const nameOf = ({ status, ...row }: Row): string | null =>
  status &&
  mayNameInLine({
    side: row.is_sender ? 'sender' : 'provider',
    status,
    nonDisclosure: row.non_disclosure,
    wasSent: row.was_sent,
    disclosureEnded: row.disclosure_ended,
  })
    ? row.first_name
    : null;

const present = (row: Row): NotificationView => ({
  id: row.id,
  kind: row.kind,
  referralId: row.referral_id,
  caseNumber: row.case_number,
  leftMembership:
    row.left_membership_id && row.left_name ? { id: row.left_membership_id, name: row.left_name } : null,
  firstName: nameOf(row),
  serviceTitle: row.service_title,
  count: row.count,
  urgent: row.urgent,
  at: row.at.toISOString(),
  seen: row.seen,
});
