import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { formatContextualDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { StatusLabel } from '../../ui/status-label.js';

/** Free places in words: room, a queue, or none. */
export const PlacesLabel = ({ places }: Pick<ServiceCardView, 'places'>) => {
  const { card: t } = useTexts(catalogueTexts);
  if (!places) return <StatusLabel tone="neutral">{t.placesUnknown}</StatusLabel>;
  if (places.free > 0) return <StatusLabel tone="ok">{t.free(places.free)}</StatusLabel>;
  if (places.waitlistOpen) return <StatusLabel tone="warn">{t.waitlist(places.waitlistLength)}</StatusLabel>;
  return <StatusLabel tone="neutral">{t.noPlaces}</StatusLabel>;
};

/** When one may begin, as a sentence. */
export const useNextStart = (): ((nextStart: ServiceCardView['nextStart']) => string) => {
  const { card: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const now = useNow();
  return ({ continuous, on }) => {
    if (continuous) return t.continuous;
    return on ? t.nextStart(formatContextualDate(on, language, now)) : t.noStart;
  };
};
