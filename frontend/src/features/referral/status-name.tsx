import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { StatusLabel, type Tone } from '../../ui/status-label.js';

const tones: Record<ReferralStatus, Tone> = {
  draft: 'neutral',
  sent: 'info',
  acknowledged: 'info',
  clarification: 'warn',
  waitlisted: 'warn',
  offered: 'warn',
  accepted: 'ok',
  started: 'ok',
  paused: 'neutral',
  closing: 'warn',
  completed: 'ok',
  interrupted: 'neutral',
  declined: 'neutral',
  withdrawn: 'neutral',
  expired: 'danger',
  entered_in_error: 'neutral',
};

/** How a referral stands, in words and with an icon. A closing one waits for its report, then for approval. */
export const StatusName = ({ status, turn }: Pick<ReferralRow, 'status' | 'turn'>) => {
  const t = useTexts(referralTexts);
  const isReported = status === 'closing' && turn.of === 'sender';
  return <StatusLabel tone={tones[status]}>{isReported ? t.reported : t.status[status]}</StatusLabel>;
};
