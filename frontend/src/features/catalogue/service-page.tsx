import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { useParams } from 'react-router';
import { IconEdit, IconPrint } from 'suomifi-icons';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useScreenExists } from '../../platform/screens-context.js';
import { LinkButton, SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { useService } from './catalogue.queries.js';
import { EssentialFacts } from './essential-facts.js';
import { isWritten, LocalizedText } from './localized-text.js';
import { PracticalFacts } from './practical-facts.js';
import { ServiceContact } from './service-contact.js';
import { ServicePlaces } from './service-places.js';
import styles from './service-page.module.css';
import { SimilarServices } from './similar-services.js';

/** One service for anybody: four facts first, then the text; places and the way in beside it. */
export const ServicePage = () => {
  const { page: t } = useTexts(catalogueTexts);
  const { serviceId = '' } = useParams();
  const service = useService(serviceId);
  if (service.data) return <LoadedService service={service.data} />;
  return (
    <Page title={service.isError ? t.notFoundTitle : t.loading}>
      <Loaded query={service} loadingText={t.loading} rows={4}>
        {() => null}
      </Loaded>
    </Page>
  );
};

const LoadedService = ({ service }: { service: PublicServiceView }) => {
  const { page: t, freshness, card } = useTexts(catalogueTexts);
  const language = useLanguage();
  const title = inLanguage(service.title, language);
  const referPath = paths.referTo(service.id);
  const canRefer = useScreenExists(referPath) && service.actions.mayRefer;
  const canEdit = useScreenExists(paths.editService(service.id)) && service.actions.mayEdit;
  const description = inLanguage(service.description, language);
  const untranslated = [title, description].find((text) => text.text && text.language !== language);
  const missing = { fi: t.translationMissing, sv: t.translationMissingSv, en: t.translationMissingEn };
  return (
    <Page
      title={title.text}
      lead={<LocalizedText text={service.summary} />}
      actions={
        <>
          {canEdit && (
            <LinkButton to={paths.editService(service.id)} kind="secondary" icon={IconEdit}>
              {t.edit}
            </LinkButton>
          )}
          <SecondaryButton icon={IconPrint} onClick={() => window.print()}>
            {t.print}
          </SecondaryButton>
        </>
      }
    >
      <p className={styles.provider}>
        <LocalizedText text={service.organization.name} />
      </p>
      {untranslated && <p className={styles.notice}>{missing[untranslated.language]}</p>}
      {isWritten(service.alert) && (
        <p className={styles.notice}>
          <strong>{t.pausedAlert}:</strong> <LocalizedText text={service.alert} />
        </p>
      )}
      <EssentialFacts service={service} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Panel title={t.description}>
            <div className={styles.prose}>
              <LocalizedText text={service.description} />
            </div>
          </Panel>
          <PracticalFacts service={service} />
          {service.dataRegime && (
            <Panel title={t.data}>
              <p className={styles.prose}>{t.dataRegimes[service.dataRegime]}</p>
              <p className={styles.prose}>{t.staged}</p>
            </Panel>
          )}
        </div>
        <aside className={styles.aside} aria-label={t.placesHeading}>
          <ServicePlaces service={service} />
          {service.usualAnswerDays !== null && (
            <p className={styles.fresh}>{card.usualAnswer(service.usualAnswerDays)}</p>
          )}
          {canRefer && <LinkButton to={referPath}>{card.refer}</LinkButton>}
          <ServiceContact service={service} />
          {service.freshness && service.assuredAt && (
            <p className={styles.fresh}>
              {freshness[service.freshness](formatDate(service.assuredAt, language))}
            </p>
          )}
          {service.origin === 'ptv' && <p className={styles.fresh}>{t.origin}</p>}
        </aside>
      </div>
      <SimilarServices serviceId={service.id} />
    </Page>
  );
};
