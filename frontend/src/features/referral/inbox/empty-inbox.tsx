import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { call } from '../../../platform/call.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { LinkButton } from '../../../ui/buttons.js';
import { EmptyState } from '../../../ui/states.js';

/** Nothing to answer: a good moment to tell how many places there are. */
export const EmptyInbox = () => {
  const { inbox: t } = useTexts(screenTexts);
  const language = useLanguage();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['inbox-places'],
    queryFn: ({ signal }) => call(ownServiceRoutes.list, { query: { limit: 100 } }, { signal }),
  });
  const offerings = (data?.items ?? [])
    .flatMap((service) => service.offerings)
    .filter(({ status }) => status === 'open');
  const free = offerings.reduce((sum, { freePlaces }) => sum + freePlaces, 0);
  const oldest = offerings.map(({ placesUpdatedAt }) => placesUpdatedAt).sort()[0];
  return (
    <EmptyState
      title={t.empty}
      action={
        <LinkButton kind="secondary" to={paths.ownServices}>
          {t.confirmPlaces}
        </LinkButton>
      }
    >
      {oldest ? t.places(free, formatMoment(oldest, language, now)) : t.noPlaces}
    </EmptyState>
  );
};
