import type { Problem } from '@rinnalla/shared/kernel/problem';
import { type ReferralRefusal, referralRefusals } from '@rinnalla/shared/referral/referral-refusal';
import { formatTime } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { changedMeanwhileOf } from './use-transition.js';

const isRefusal = (reason: string | undefined): reason is ReferralRefusal =>
  reason !== undefined && reason in referralRefusals;

/** The workflow's own sentence for a refusal: the guard's reason, or who was first. */
export const useProblemSentence = (): ((problem: Problem | null | undefined) => string | undefined) => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  return (problem) => {
    const reason = problem?.extra.reason;
    const { actorName, at, areaFi, areaSv } = problem?.extra.details ?? {};
    const area = language === 'sv' ? (areaSv ?? areaFi) : areaFi;
    if (reason === 'serviceNotOpenForMunicipality' && typeof area === 'string')
      return `${t.refusals[reason]} ${t.worksIn(area)}`;
    if (reason === 'noFreePlace' && typeof actorName === 'string' && typeof at === 'string')
      return t.lastPlace(actorName, formatTime(at, language));
    if (isRefusal(reason)) return t.refusals[reason];
    if (problem?.code !== 'changedMeanwhile') return undefined;
    const first = changedMeanwhileOf(problem);
    if (!first) return t.conflictUnknown;
    return t.conflict(
      first.actorName,
      formatTime(first.at, language),
      t.done[first.action].toLocaleLowerCase(language),
    );
  };
};
