import { asLocalDate, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Member } from '@rinnalla/shared/organization/actor';
import {
  type Administrator,
  mayChangeMembership,
  mayGrantOffice,
} from '@rinnalla/shared/organization/member-permissions';
import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import { type MemberStatus, memberStatusOf } from '@rinnalla/shared/organization/member-status';
import { mayStandIn } from '@rinnalla/shared/organization/organization-permissions';
import type { MemberRow } from './member.query.js';

export const administratorOf = (member: Member): Administrator => ({
  personId: member.personId,
  role: member.role,
  organizationKind: member.organization.kind,
});

export const statusOf = (row: MemberRow, today: LocalDate): MemberStatus =>
  memberStatusOf(
    {
      validFrom: asLocalDate(row.valid_from),
      validTo: row.valid_to === null ? null : asLocalDate(row.valid_to),
      isEnded: row.ended_at !== null,
      isWaiting: row.invited_at !== null && !row.has_way_in,
    },
    today,
  );

/** Names every field of a membership that those who lead may read, and what the reader may do with it. */
export const presentMember = (row: MemberRow, reader: Member, today: LocalDate): MemberView => {
  const status = statusOf(row, today);
  const isAdministered = mayChangeMembership(administratorOf(reader), {
    personId: row.person_id,
    role: row.role,
  });
  const isChangeable = status !== 'ended' && isAdministered;
  return {
    membershipId: row.membership_id,
    personId: row.person_id,
    version: row.version,
    name: `${row.given_name} ${row.surname}`,
    email: row.email,
    role: row.role,
    title: row.title,
    status,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ended: row.ended_at && { at: row.ended_at.toISOString(), byName: row.ended_by_name },
    invitation:
      row.invitation_sent_at && row.invitation_expires_at
        ? {
            sentAt: row.invitation_sent_at.toISOString(),
            expiresAt: row.invitation_expires_at.toISOString(),
          }
        : null,
    substitutes: row.substitutes,
    offices: row.offices,
    isMe: row.person_id === reader.personId,
    may: {
      change: isChangeable,
      inviteAgain: isChangeable && status === 'invited',
      withdrawInvitation: isChangeable && status === 'invited',
      grantOffice:
        isChangeable && mayGrantOffice(administratorOf(reader), { personId: row.person_id, role: row.role }),
      resetFactors: isChangeable && (status === 'active' || status === 'ending'),
      end: isAdministered && row.ended_at === null && status !== 'invited',
      substitute:
        status !== 'ended' && status !== 'invited' && mayStandIn(row.role) && reader.role !== 'administrator',
    },
  };
};
