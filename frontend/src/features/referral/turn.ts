import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { formatContextualDate, formatTime } from '../../i18n/dates.js';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { fi } from '../../i18n/referral.fi.js';

type Texts = typeof fi;
type Owed = keyof Texts['turn']['own'];

const owedByStatus: Record<ReferralStatus, Owed | undefined> = {
  draft: 'draft',
  sent: 'sent',
  acknowledged: 'acknowledged',
  clarification: 'clarification',
  waitlisted: 'waitlisted',
  offered: 'offered',
  accepted: 'accepted',
  started: 'started',
  paused: 'paused',
  closing: 'closing',
  completed: undefined,
  interrupted: undefined,
  declined: undefined,
  withdrawn: undefined,
  expired: undefined,
  entered_in_error: undefined,
};

const owedOf = ({ status, turn }: Pick<ReferralRow, 'status' | 'turn'>): Owed | undefined =>
  status === 'closing' && turn.of === 'sender' ? 'approval' : owedByStatus[status];

type Turned = Pick<ReferralRow, 'status' | 'turn' | 'side' | 'sender' | 'provider'>;

/** What happens next and who does it: "Vastaa pyyntöön", "Salmenpään Rinnallakulkijat vastaa". */
export const nextActOf = (row: Turned, t: Texts, language: Language): string | undefined => {
  const owed = owedOf(row);
  if (!owed) return undefined;
  const whose = row.turn.of ?? row.side;
  if (whose === row.side) return t.turn.own[owed];
  return t.turn.other[owed](inLanguage(row[whose].name, language).text);
};

/** `huomenna, ti 24.11. klo 16.00` */
export const deadlineOf = (dueAt: string, language: Language, now: string): string =>
  `${formatContextualDate(dueAt, language, now)} ${formatTime(dueAt, language)}`;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long a deadline has been over, in the largest unit that is full. */
export const latenessOf = (dueAt: string, now: string, t: Texts): string => {
  const ms = Math.max(minuteMs, Date.parse(now) - Date.parse(dueAt));
  if (ms < hourMs) return t.lateMinutes(Math.floor(ms / minuteMs));
  if (ms < dayMs) return t.lateHours(Math.floor(ms / hourMs));
  return t.lateDays(Math.floor(ms / dayMs));
};

export const isLate = (turn: ReferralRow['turn'], now: string): boolean =>
  turn.late || (turn.dueAt !== null && Date.parse(turn.dueAt) < Date.parse(now));
