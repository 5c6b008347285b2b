import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { formatContextualDate, formatTime } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';

/** When the client first goes there: "Ensitapaaminen huomenna, ke 25.11. klo 13.00". */
export const useStartFact = (): ((row: ReferralRow) => string | undefined) => {
  const { today: t } = useTexts(screenTexts);
  const language = useLanguage();
  const now = useNow();
  return ({ status, firstMeetingAt, plannedStartOn, startedOn }) => {
    if (status !== 'accepted' && status !== 'started') return undefined;
    if (firstMeetingAt)
      return t.meeting(
        `${formatContextualDate(firstMeetingAt, language, now)} ${formatTime(firstMeetingAt, language)}`,
      );
    const start = startedOn ?? plannedStartOn;
    return start ? t.starts(formatContextualDate(start, language, now)) : undefined;
  };
};
