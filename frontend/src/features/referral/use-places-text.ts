import type { proposedService } from '@rinnalla/shared/referral/referral';
import type { z } from 'zod';
import { formatNearDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';

type Places = Pick<z.output<typeof proposedService>, 'freePlaces' | 'nextStartOn' | 'continuous'>;

/** "3 paikkaa vapaana, alkaa ma 14.12." */
export const usePlacesText = (): ((places: Places) => string) => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  const now = useNow();
  return ({ freePlaces, nextStartOn, continuous }) => {
    const start = continuous
      ? t.continuous
      : nextStartOn && t.startsOn(formatNearDate(nextStartOn, language, now));
    return [freePlaces > 0 ? t.freePlaces(freePlaces) : t.noFreePlaces, start].filter(Boolean).join(' · ');
  };
};
