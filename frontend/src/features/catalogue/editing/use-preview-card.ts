import type { OwnServiceView, ServiceCardView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { useLanguage } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { useMember } from '../../../platform/session.js';
import { useMunicipalities } from '../catalogue.queries.js';
import { isWritten } from '../localized-text.js';

/** The hit of the search that the content being written would be. */
export const usePreviewCard = (
  content: ServiceContent,
  service: OwnServiceView | undefined,
): ServiceCardView => {
  const { acting } = useMember();
  const { own } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const now = useNow();
  const names = useMunicipalities().data?.items;
  const open = (service?.offerings ?? []).filter(({ status }) => status === 'open');
  const starts = open.flatMap(({ startsOn }) => (startsOn ? [startsOn] : [])).sort();
  return {
    id: service?.id ?? 'new',
    title: isWritten(content.title) ? content.title : { [language]: own.untitled },
    summary: content.summary,
    category: content.category,
    organization: acting.organization,
    nationwide: content.nationwide,
    municipalities: content.municipalities.map((code) => ({
      code,
      name: names?.find((municipality) => municipality.code === code)?.name ?? { fi: code, sv: code },
    })),
    deliveryModes: content.deliveryModes,
    languages: content.languages.map(({ code }) => code),
    support: content.support,
    accessibility: content.accessibility,
    referralMode: content.referralMode,
    places:
      open.length === 0
        ? null
        : {
            free: open.reduce((sum, { freePlaces }) => sum + freePlaces, 0),
            updatedAt: open.map(({ placesUpdatedAt }) => placesUpdatedAt).sort()[0] ?? now,
            waitlistOpen: open.some(({ waitlistOpen }) => waitlistOpen),
            waitlistLength: open.reduce((sum, { waitlistLength }) => sum + waitlistLength, 0),
          },
    nextStart: { continuous: open.some(({ intake }) => intake === 'continuous'), on: starts[0] ?? null },
    usualAnswerDays: null,
    assuredAt: now,
    freshness: 'fresh',
    origin: 'rinnalla',
    demo: service?.demo ?? false,
    matched: [],
    distanceKm: null,
  };
};
