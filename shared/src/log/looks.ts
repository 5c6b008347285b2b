import { z } from 'zod';
import { helsinkiDateOf } from '../kernel/helsinki-time.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Localized } from '../kernel/localized.js';

/** Why somebody looked, in words that a client understands. */
export const lookPurposes = [
  'care',
  'consent',
  'referring',
  'service',
  'conversation',
  'emergency',
  'request',
  'oversight',
] as const;
export type LookPurpose = (typeof lookPurposes)[number];
export const lookPurpose = z.enum(lookPurposes);

/** A row of the log about a client, as far as the client may know it: no employee in it. */
export interface LoggedLook {
  at: Date;
  organizationId: string;
  organization: Localized;
  role: string;
  action: string;
}

/** One organization's people in one role, for one purpose, on one day. */
export interface Look {
  day: LocalDate;
  organization: Localized;
  role: string;
  purpose: LookPurpose;
  firstAt: string;
  lastAt: string;
  times: number;
}

/** What each action of the log is to the client. An action that is not here is no look at the client’s data. */
const purposes: Record<string, LookPurpose> = {
  createClient: 'care',
  readClient: 'care',
  readRecords: 'care',
  changeClient: 'care',
  readDisclosure: 'consent',
  recordInforming: 'consent',
  recordConsent: 'consent',
  withdrawConsent: 'consent',
  previewReceiverCard: 'referring',
  draftReferral: 'referring',
  saveDraft: 'referring',
  send: 'referring',
  revealIdentityAndContact: 'service',
  readConversation: 'conversation',
  watchConversation: 'conversation',
  sendMessage: 'conversation',
  openInEmergency: 'emergency',
  closeEmergencyOpening: 'emergency',
  readErasureRequest: 'request',
  exportClient: 'request',
  previewCopy: 'request',
  readLooks: 'request',
  eraseClient: 'request',
  searchLog: 'oversight',
};

const isOfProvider = (role: string): boolean => role.startsWith('provider');

export const purposeOfLook = ({
  action,
  role,
}: Pick<LoggedLook, 'action' | 'role'>): LookPurpose | undefined => {
  // The same page is opened for two reasons.
  if (action === 'readReferral') return isOfProvider(role) ? 'service' : 'referring';
  return Object.hasOwn(purposes, action) ? purposes[action] : undefined;
};

/** Newest day first. Looks of one day by the same organization, role and purpose are one line. */
export const looksOf = (rows: readonly LoggedLook[]): Look[] => {
  const lines = new Map<string, Look>();
  for (const row of rows.toSorted((one, other) => other.at.getTime() - one.at.getTime())) {
    const purpose = purposeOfLook(row);
    if (!purpose) continue;
    const day = helsinkiDateOf(row.at);
    const at = row.at.toISOString();
    const key = [day, row.organizationId, row.role, purpose].join(' ');
    const line = lines.get(key) ?? {
      day,
      organization: row.organization,
      role: row.role,
      purpose,
      firstAt: at,
      lastAt: at,
      times: 0,
    };
    lines.set(key, { ...line, firstAt: at, times: line.times + 1 });
  }
  return [...lines.values()];
};
