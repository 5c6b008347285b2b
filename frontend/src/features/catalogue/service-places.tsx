import type { PublicOfferingView } from '@rinnalla/shared/catalogue/offering';
import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { formatContextualDate, formatDate, formatDateTime, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { Panel } from '../../ui/panel.js';
import { useMunicipalities } from './catalogue.queries.js';
import { isWritten, LocalizedText } from './localized-text.js';
import { PlacesLabel, useNextStart } from './places-label.js';
import styles from './service-page.module.css';

/** Places of each open offering: how many, when, where; for a register's service nothing is promised. */
export const ServicePlaces = ({ service }: { service: PublicServiceView }) => {
  const { page: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const open = service.offerings.filter(({ status }) => status === 'open' || status === 'planned');
  return (
    <Panel title={t.placesHeading}>
      {open.length === 0 && (
        <p>
          {service.noPlacesUntil
            ? t.noPlacesUntil(formatDate(service.noPlacesUntil, language))
            : t.noOfferings}
        </p>
      )}
      {open.length > 0 && (
        <ul className={styles.offerings}>
          {open.map((offering) => (
            <li key={offering.id} className={styles.offering}>
              <Offering offering={offering} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const Offering = ({ offering }: { offering: PublicOfferingView }) => {
  const { page: t, card } = useTexts(catalogueTexts);
  const language = useLanguage();
  const now = useNow();
  const nextStart = useNextStart();
  const starts =
    offering.intake === 'continuous'
      ? nextStart({ continuous: true, on: null })
      : offering.startsOn
        ? t.startsOn(formatContextualDate(offering.startsOn, language, now))
        : nextStart({ continuous: false, on: null });
  return (
    <>
      <PlacesLabel
        places={{
          free: offering.freePlaces,
          updatedAt: offering.placesUpdatedAt,
          waitlistOpen: offering.waitlistOpen,
          waitlistLength: offering.waitlistLength,
        }}
      />
      <strong>{starts}</strong>
      <span className={styles.muted}>
        {t.capacity(offering.freePlaces, offering.capacityMax)},{' '}
        {card.placesUpdated(formatMoment(offering.placesUpdatedAt, language, now))}
      </span>
      {offering.endsOn && <span>{t.endsOn(formatDate(offering.endsOn, language))}</span>}
      {offering.applyBy && <span>{t.applyBy(formatDateTime(offering.applyBy, language, now))}</span>}
      {offering.minToRun !== null && offering.decisionOn && (
        <span>{t.decisionOn(offering.minToRun, formatDate(offering.decisionOn, language))}</span>
      )}
      <WeeklyTimes offering={offering} />
      <Where offering={offering} />
    </>
  );
};

const WeeklyTimes = ({ offering }: { offering: PublicOfferingView }) => {
  const { page: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const clock = (time: string): string =>
    language === 'en' ? time : time.replace(/^0/, '').replace(':', '.');
  return (
    <>
      {offering.weeklyTimes.length > 0 && (
        <span>
          {offering.weeklyTimes
            .map(
              ({ weekday, startsAt, endsAt }) =>
                `${t.weekdays[weekday - 1]} ${t.fromTo(clock(startsAt), clock(endsAt))}`,
            )
            .join(', ')}
        </span>
      )}
      {isWritten(offering.scheduleText) && (
        <span>
          <LocalizedText text={offering.scheduleText} />
        </span>
      )}
    </>
  );
};

const Where = ({ offering }: { offering: PublicOfferingView }) => {
  const { page: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const municipalities = useMunicipalities();
  const { location, transport } = offering;
  if (!location) return null;
  const municipality = municipalities.data?.items.find(({ code }) => code === location.municipality)?.name[
    language
  ];
  const hidden = { public: undefined, on_acceptance: t.addressOnAcceptance, never: t.addressNever };
  return (
    <>
      <span>{[location.address, municipality].filter(Boolean).join(', ')}</span>
      {isWritten(location.entranceNote) && (
        <span className={styles.muted}>
          <LocalizedText text={location.entranceNote} />
        </span>
      )}
      {hidden[location.addressVisibility] && !location.address && (
        <span className={styles.muted}>{hidden[location.addressVisibility]}</span>
      )}
      {isWritten(transport) && (
        <span className={styles.muted}>
          <LocalizedText text={transport} />
        </span>
      )}
    </>
  );
};
