import type { ReferralView } from '@rinnalla/shared/referral/referral';

const endedWithout: readonly ReferralView['status'][] = ['declined', 'expired', 'withdrawn'];

/** The client is still without a place, and no other referral has followed. */
export const mayReferOn = ({
  side,
  status,
  nextReferralId,
}: Pick<ReferralView, 'side' | 'status' | 'nextReferralId'>) =>
  side === 'sender' && endedWithout.includes(status) && !nextReferralId;
