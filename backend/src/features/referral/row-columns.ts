import type { Need } from '@rinnalla/shared/client/needs';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { StatusGroup } from '@rinnalla/shared/referral/referral-status';
import { unreadOf } from '../messaging/messaging.facade.js';
import { recordColumns, type ReferralRecord } from './referral-record.js';

/** A row of a list, and the head of the page. Content is null where the database does not give it to the reader. */
export interface ReferralRowRecord extends ReferralRecord {
  group: StatusGroup | null;
  firstName: string | null;
  goal: string | null;
  needs: Need[] | null;
  municipality: string | null;
  serviceTitle: Localized;
  senderName: Localized;
  providerName: Localized;
  unread: number;
}

/** Messages that the reader has not read, in every conversation of the case that is theirs to read. */
const unread = `(select coalesce(sum(u.unread), 0)::integer from conversation v
    left join read_mark m on m.conversation_id = v.id and m.person_id = app.person()
    join lateral ${unreadOf('v.id', 'coalesce(m.last_read_seq, 0)')} u on true
   where v.referral_id = r.id)`;

/** SQL: the columns of a `ReferralRowRecord` of `r`, and the tables that they need after it. */
export const rowColumns = `${recordColumns}, r.list_group as "group",
  k.first_name as "firstName", k.goal, k.needs, k.municipality_code as municipality,
  coalesce(s.title, app.service_title(r.id)) as "serviceTitle", ss.name as "senderName", pp.name as "providerName", ${unread} as unread`;
export const rowTables = `left join referral_content k on k.referral_id = r.id
  left join service s on s.id = r.service_id
  join organization ss on ss.id = r.sender_organization_id
  join organization pp on pp.id = r.provider_organization_id`;
