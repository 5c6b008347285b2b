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

/** How a referral stands, in words and with an icon. */
export const StatusName = ({ status }: { status: ReferralStatus }) => (
  <StatusLabel tone={tones[status]}>{useTexts(referralTexts).status[status]}</StatusLabel>
);
