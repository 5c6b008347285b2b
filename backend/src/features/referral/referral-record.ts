import type { UrgencyClass } from '@rinnalla/shared/commissioning/urgency-class';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';

/** A referral's own row. Days are text, instants are dates. */
export interface ReferralRecord extends ReferralState {
  id: string;
  caseNumber: string;
  version: number;
  clientId: string;
  senderOrganizationId: string;
  handlerId: string;
  handlerName: string;
  providerOrganizationId: string;
  serviceId: string;
  urgency: UrgencyClass;
  urgencyReason: string | null;
  startWish: string | null;
  previousReferralId: string | null;
  /** Since when the provider reads nothing of the client any more, although the referral's own status would let it. */
  disclosureEndedAt: Date | null;
  /** Since when it is a record without a person, for both sides. */
  recordedAt: Date | null;
}

/** What a step may change. */
export interface ReferralState {
  status: ReferralStatus;
  statusSince: Date;
  nonDisclosure: boolean;
  offeringId: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  sentAt: Date | null;
  dueAt: Date | null;
  answerStartedAt: Date | null;
  answerDueAt: Date | null;
  answerPausedAt: Date | null;
  answerMetAt: Date | null;
  startDueAt: Date | null;
  startMetAt: Date | null;
  firstMeetingAt: Date | null;
  plannedStartOn: string | null;
  startedOn: string | null;
  plannedEndOn: string | null;
  endedOn: string | null;
  waitlistedAt: Date | null;
  expectedWaitWeeks: number | null;
  closingReportAt: Date | null;
}

const stateTypes: Record<keyof ReferralState, string> = {
  status: 'text',
  statusSince: 'timestamptz',
  nonDisclosure: 'boolean',
  offeringId: 'uuid',
  assigneeId: 'uuid',
  assigneeName: 'text',
  sentAt: 'timestamptz',
  dueAt: 'timestamptz',
  answerStartedAt: 'timestamptz',
  answerDueAt: 'timestamptz',
  answerPausedAt: 'timestamptz',
  answerMetAt: 'timestamptz',
  startDueAt: 'timestamptz',
  startMetAt: 'timestamptz',
  firstMeetingAt: 'timestamptz',
  plannedStartOn: 'date',
  startedOn: 'date',
  plannedEndOn: 'date',
  endedOn: 'date',
  waitlistedAt: 'timestamptz',
  expectedWaitWeeks: 'smallint',
  closingReportAt: 'timestamptz',
};
const fixedTypes: Record<Exclude<keyof ReferralRecord, keyof ReferralState>, string> = {
  id: 'uuid',
  caseNumber: 'text',
  version: 'integer',
  clientId: 'uuid',
  senderOrganizationId: 'uuid',
  handlerId: 'uuid',
  handlerName: 'text',
  providerOrganizationId: 'uuid',
  serviceId: 'uuid',
  urgency: 'text',
  urgencyReason: 'text',
  startWish: 'date',
  previousReferralId: 'uuid',
  disclosureEndedAt: 'timestamptz',
  recordedAt: 'timestamptz',
};

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const types = { ...fixedTypes, ...stateTypes };
const fields = Object.keys(types) as (keyof ReferralRecord)[];

/** The record alone, out of a row that holds more. */
export const recordOf = (row: ReferralRecord): ReferralRecord =>
  Object.fromEntries(fields.map((field) => [field, row[field]])) as unknown as ReferralRecord;

/** SQL: the whole record of `r`, under its own names. */
export const recordColumns = Object.entries(types)
  .map(([field, type]) => `r.${columnOf(field)}${type === 'date' ? '::text' : ''} as "${field}"`)
  .join(', ');

/** SQL: the fields of a `ReferralState` in JSON, for `jsonb_to_record`. */
export const stateDefinition = Object.entries(stateTypes)
  .map(([field, type]) => `"${field}" ${type}`)
  .join(', ');

/** SQL: sets every column of the state from the record `n`. */
export const stateAssignments = Object.keys(stateTypes)
  .map((field) => `${columnOf(field)} = n."${field}"`)
  .join(', ');

/** SQL: on whose behalf a step was taken. */
export const partyOfStep = (step: string): string =>
  `case when ${step}.role in ('coach', 'coordinator', 'serviceManager') then 'sender' when ${step}.role = 'system' then 'system' else 'provider' end`;
