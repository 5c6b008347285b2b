import type { ReferralStatus } from './referral-status.js';

/**
 * Everything about a client and the need that a referral may show. What is not named here never leaves
 * through a referral: benefits, other services, other providers asked.
 */
export const disclosedFields = [
  'pseudonym',
  'service',
  'urgency',
  'municipality',
  'serviceArea',
  'language',
  'ageBand',
  'startWish',
  'needs',
  'givenName',
  'goal',
  'agreedSoFar',
  'planType',
  'binding',
  'contactWishes',
  'conversation',
  'surname',
  'phone',
  'email',
  'safeContact',
  'planExtract',
  'identityCode',
  'emergencyContact',
  'address',
] as const;
export type DisclosedField = (typeof disclosedFields)[number];

/**
 * `record`: what is left to a provider whose access has ended, its own answer under a pseudonym; and to both sides once
 * the client's data is erased.
 */
export const disclosureStages = ['none', 'record', 'enquiry', 'request', 'promise', 'period', 'own'] as const;
export type DisclosureStage = (typeof disclosureStages)[number];

const record: readonly DisclosedField[] = ['pseudonym', 'service'];
const enquiry: readonly DisclosedField[] = [
  ...record,
  'urgency',
  'municipality',
  'language',
  'ageBand',
  'startWish',
  'needs',
];
const request: readonly DisclosedField[] = [
  ...enquiry,
  'givenName',
  'goal',
  'agreedSoFar',
  'planType',
  'binding',
  'contactWishes',
  'conversation',
];
const promise: readonly DisclosedField[] = [
  ...request,
  'surname',
  'phone',
  'email',
  'safeContact',
  'planExtract',
];
const period: readonly DisclosedField[] = [...promise, 'identityCode', 'emergencyContact'];

/** The staged disclosure: each stage adds to the one before. */
export const fieldsByStage: Record<DisclosureStage, readonly DisclosedField[]> = {
  none: [],
  record,
  enquiry,
  request,
  promise,
  period,
  own: disclosedFields,
};

const providerStage: Record<ReferralStatus, DisclosureStage> = {
  draft: 'none',
  sent: 'request',
  acknowledged: 'request',
  clarification: 'request',
  waitlisted: 'request',
  offered: 'request',
  accepted: 'promise',
  started: 'period',
  paused: 'period',
  closing: 'period',
  completed: 'period',
  interrupted: 'period',
  declined: 'record',
  withdrawn: 'record',
  expired: 'record',
  entered_in_error: 'record',
};

export interface Reading {
  side: 'sender' | 'provider';
  status: ReferralStatus;
  /** Lists, search, notices and exports show less than the referral's own page. */
  place: 'card' | 'list';
  /** The client has a non-disclosure order (turvakielto, Act 661/2009) in force. */
  nonDisclosure: boolean;
  /** It left the sender's hands once: a draft that was withdrawn was never anyone else's. */
  wasSent: boolean;
  /** The statutory basis asks the provider for the identity code: attendance, Kela, insurance. */
  basisDemandsIdentity: boolean;
  /** The retention period of an ended period has passed. */
  retentionPassed: boolean;
  /** The client has taken back the consent on which the disclosure rested. */
  disclosureEnded: boolean;
  /** Nothing of the client stands in it any more, on either side. */
  isRecord: boolean;
}

const isEndedPeriod = (status: ReferralStatus): boolean => status === 'completed' || status === 'interrupted';

export const stageOf = ({
  side,
  status,
  wasSent,
  retentionPassed,
  disclosureEnded,
  isRecord,
}: Reading): DisclosureStage => {
  if (side === 'sender') return isRecord ? 'record' : 'own';
  if (!wasSent) return 'none';
  if (isRecord && status !== 'draft') return 'record';
  const hasEnded = disclosureEnded || (isEndedPeriod(status) && retentionPassed);
  return hasEnded && status !== 'draft' ? 'record' : providerStage[status];
};

const onlyIfBasisDemands: readonly DisclosedField[] = ['identityCode', 'emergencyContact'];
/** The sender has the code on the client's own record: a page that is opened all day does not repeat it. */
const neverToSender: readonly DisclosedField[] = ['identityCode'];
const neverInLists: readonly DisclosedField[] = [
  'phone',
  'email',
  'safeContact',
  'planExtract',
  'identityCode',
  'emergencyContact',
  'address',
  'conversation',
];
/** The order covers where the client lives and how to reach the client; the safe way is the client's own choice. */
const neverToProvider: readonly DisclosedField[] = [
  'municipality',
  'phone',
  'email',
  'address',
  'emergencyContact',
];

/** How to reach the client is read as it is now, and after the period the provider has no task that needs it. */
const withheldAfterTheEnd = ({ side, status }: Reading): readonly DisclosedField[] =>
  side === 'provider' && isEndedPeriod(status) ? ['phone', 'email', 'safeContact', 'emergencyContact'] : [];

const withheldForOrder = (reading: Reading, stage: DisclosureStage): readonly DisclosedField[] => {
  if (!reading.nonDisclosure) return [];
  const inLists: readonly DisclosedField[] = reading.place === 'list' ? ['surname', 'municipality'] : [];
  if (reading.side === 'sender') return inLists;
  return stage === 'request' || stage === 'enquiry'
    ? [...neverToProvider, 'givenName']
    : [...neverToProvider, ...inLists];
};

/** The fields that this reader may be sent. A presenter asks before it writes any of them. */
export const visibleTo = (reading: Reading): ReadonlySet<DisclosedField> => {
  const stage = stageOf(reading);
  const withheld = new Set<DisclosedField>([
    ...(reading.place === 'list' ? neverInLists : []),
    ...(stage === 'own' ? neverToSender : []),
    ...(stage === 'period' && !reading.basisDemandsIdentity ? onlyIfBasisDemands : []),
    ...withheldAfterTheEnd(reading),
    ...withheldForOrder(reading, stage),
  ]);
  const fields = fieldsByStage[stage].filter((field) => !withheld.has(field));
  // A place name that says nothing of the home: the area in which the service works.
  const withArea: readonly DisclosedField[] =
    reading.nonDisclosure && stage !== 'record' && stage !== 'none' ? ['serviceArea'] : [];
  return new Set([...fields, ...withArea]);
};

/**
 * Whether a line about the case — a conversation, a found message, a notification — may call the client by the first name.
 * Of a non-disclosure client the provider is not told it before it has promised a place, wherever it might stand.
 */
export const mayNameInLine = (
  referral: Pick<Reading, 'side' | 'status' | 'nonDisclosure' | 'wasSent' | 'disclosureEnded'>,
): boolean =>
  // Of a record no such line is left: its conversation and its notifications are gone.
  visibleTo({
    ...referral,
    place: 'list',
    basisDemandsIdentity: false,
    retentionPassed: false,
    isRecord: false,
  }).has('givenName');

/** Whether the provider may open the referral at all; its record is a line, not a page. */
export const providerMayOpen = (reading: Omit<Reading, 'side' | 'place'>): boolean =>
  !['none', 'record'].includes(stageOf({ ...reading, side: 'provider', place: 'card' }));
