import { type Reading, visibleTo } from '@rinnalla/shared/referral/disclosure';
import type { ReferralRow, Side } from '@rinnalla/shared/referral/referral';
import { whoseTurn } from '@rinnalla/shared/referral/whose-turn';
import type { ReferralRecord } from './referral-record.js';
import type { ReferralRowRecord } from './row-columns.js';

/** What is asked of a referral before any field of it is shown. */
export const readingOf = (
  referral: ReferralRecord,
  side: Side,
  place: Reading['place'],
  basisDemandsIdentity = false,
): Reading => ({
  side,
  status: referral.status,
  place,
  nonDisclosure: referral.nonDisclosure,
  wasSent: referral.sentAt !== null,
  basisDemandsIdentity,
  // The run that ends retention ends the disclosure itself.
  retentionPassed: false,
  disclosureEnded: referral.disclosureEndedAt !== null,
  isRecord: referral.recordedAt !== null,
});

/** Names every field of a row that leaves the server. */
export const presentRow = (
  row: ReferralRowRecord,
  side: Side,
  now: Date,
  place: Reading['place'] = 'list',
): ReferralRow => {
  const may = visibleTo(readingOf(row, side, place));
  return {
    id: row.id,
    caseNumber: row.caseNumber,
    version: row.version,
    status: row.status,
    group: row.group,
    statusSince: row.statusSince.toISOString(),
    urgency: row.urgency,
    side,
    turn: turnOf(row, now),
    firstName: may.has('givenName') ? row.firstName : null,
    goal: may.has('goal') ? row.goal : null,
    needs: may.has('needs') ? (row.needs ?? []) : [],
    municipality: may.has('municipality') ? row.municipality : null,
    startWish: may.has('startWish') ? row.startWish : null,
    service: { id: row.serviceId, title: row.serviceTitle },
    sender: { id: row.senderOrganizationId, name: row.senderName },
    provider: { id: row.providerOrganizationId, name: row.providerName },
    handlerName: row.handlerName,
    assigneeName: row.assigneeName,
    firstMeetingAt: instant(row.firstMeetingAt),
    plannedStartOn: row.plannedStartOn,
    startedOn: row.startedOn,
    sentAt: instant(row.sentAt),
    unread: row.unread,
  };
};

export const instant = (at: Date | string | null): string | null =>
  at === null ? null : new Date(at).toISOString();

const turnOf = (row: ReferralRecord, now: Date): ReferralRow['turn'] => {
  const turn = whoseTurn(row.status, row.closingReportAt !== null);
  return { of: turn?.party ?? null, dueAt: instant(row.dueAt), late: row.dueAt !== null && row.dueAt < now };
};
