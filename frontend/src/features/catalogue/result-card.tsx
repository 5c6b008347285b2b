import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import { isSenderRole } from '@rinnalla/shared/organization/role';
import { Link } from 'react-router';
import { IconCalendar, IconMapLocation } from 'suomifi-icons';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import { useScreenExists } from '../../platform/screens-context.js';
import { useRole } from '../../platform/session.js';
import { LinkButton } from '../../ui/buttons.js';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { LocalizedText } from './localized-text.js';
import { PlacesLabel, useNextStart } from './places-label.js';
import styles from './result-card.module.css';
import type { Comparison } from './use-comparison.js';

interface ResultCardProps {
  service: ServiceCardView;
  /** Unset: nothing can be chosen (the client's view, similar services). */
  comparison?: Comparison;
}

/** One service of a list: what, who, where, is there room, when, why it was found. */
export const ResultCard = ({ service, comparison }: ResultCardProps) => {
  const { card: t, freshness } = useTexts(catalogueTexts);
  const language = useLanguage();
  const now = useNow();
  const nextStart = useNextStart();
  const mayRefer =
    isSenderRole(useRole()) && service.referralMode !== 'self' && service.origin === 'rinnalla';
  const canRefer = useScreenExists(paths.referTo(service.id)) && mayRefer && comparison !== undefined;
  const title = inLanguage(service.title, language).text;
  return (
    <article className={styles.frame}>
      <div className={styles.card}>
        <div className={styles.text}>
          <h3 className={styles.title}>
            <Link to={paths.service(service.id)}>
              <LocalizedText text={service.title} />
            </Link>
          </h3>
          <p>
            <LocalizedText text={service.summary} />
          </p>
          <p className={styles.meta}>
            <IconMapLocation aria-hidden />
            <span>
              <LocalizedText text={service.organization.name} /> · <AreaText service={service} />
              {service.distanceKm !== null && service.distanceKm >= 1 && (
                <> · {t.distance(Math.round(service.distanceKm))}</>
              )}
            </span>
          </p>
          {service.matched.length > 0 && (
            <p className={styles.matched}>{t.matched(formatList(service.matched, language))}</p>
          )}
          {service.freshness && service.assuredAt && service.freshness !== 'fresh' && (
            <p className={styles.old}>
              {freshness[service.freshness](formatDate(service.assuredAt, language))}
            </p>
          )}
        </div>
        <div className={styles.side}>
          <PlacesLabel places={service.places} />
          {service.places && (
            <p className={styles.updated}>
              {t.placesUpdated(formatMoment(service.places.updatedAt, language, now))}
            </p>
          )}
          {service.origin === 'ptv' ? (
            <p className={styles.updated}>{t.ptv}</p>
          ) : (
            <p className={styles.start}>
              <IconCalendar aria-hidden />
              {nextStart(service.nextStart)}
            </p>
          )}
          {service.usualAnswerDays !== null && (
            <p className={styles.updated}>{t.usualAnswer(service.usualAnswerDays)}</p>
          )}
          {comparison && (
            <div className={styles.acts}>
              <label className={styles.compare}>
                <input
                  type="checkbox"
                  checked={comparison.isChosen(service.id)}
                  disabled={comparison.isFull && !comparison.isChosen(service.id)}
                  aria-label={t.compareThis(title)}
                  onChange={() => comparison.toggle(service)}
                />
                {t.compare}
              </label>
              {canRefer && (
                <LinkButton to={paths.referTo(service.id)} kind="secondary" accessibleName={t.referTo(title)}>
                  {t.refer}
                </LinkButton>
              )}
            </div>
          )}
        </div>
      </div>
    </article>
  );
};

const shownMunicipalities = 3;

/** The first municipalities by name and how many more. */
export const AreaText = ({
  service,
}: {
  service: Pick<ServiceCardView, 'nationwide' | 'municipalities'>;
}) => {
  const { card: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  if (service.nationwide) return t.nationwide;
  const names = service.municipalities.map(({ name }) => (language === 'sv' ? name.sv : name.fi));
  const rest = names.length - shownMunicipalities;
  return rest > 0
    ? `${names.slice(0, shownMunicipalities).join(', ')} ${t.morePlaces(rest)}`
    : formatList(names, language);
};
