import type { TakenStep } from '@rinnalla/shared/referral/referral';
import { formatContextualDate, formatDateTime } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import type { FormedAction } from './act-form-props.js';

/** What is said after an act: "Paikka on luvattu. Ensitapaaminen to 26.11. klo 13.00." */
export const useDoneSentence = (): ((action: FormedAction, after: TakenStep) => string) => {
  const { done } = useTexts(actTexts);
  const language = useLanguage();
  const now = useNow();
  return (action, { firstMeetingAt, plannedStartOn }) => {
    if (action !== 'accept' && action !== 'take_offer') return done[action];
    if (firstMeetingAt) return done.acceptMeeting(formatDateTime(firstMeetingAt, language, now));
    return plannedStartOn
      ? done.acceptStart(formatContextualDate(plannedStartOn, language, now))
      : done[action];
  };
};
