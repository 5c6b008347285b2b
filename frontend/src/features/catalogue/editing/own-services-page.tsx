import { type ServiceStatus, serviceStatuses } from '@rinnalla/shared/catalogue/service-lifecycle';
import { useSearchParams } from 'react-router';
import { IconPlus } from 'suomifi-icons';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { asProblem } from '../../../platform/query-client.js';
import { useRole } from '../../../platform/session.js';
import { LinkButton, SecondaryButton } from '../../../ui/buttons.js';
import { Page } from '../../../ui/page.js';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.js';
import { OwnServiceRow } from './own-service-row.js';
import { useOwnServices } from './own-services.queries.js';
import styles from './own-services-page.module.css';

const isStatus = (text: string | null): text is ServiceStatus =>
  serviceStatuses.some((status) => status === text);

/** The organization's services: places in one press, freshness, state. */
export const OwnServicesPage = () => {
  const { own: t } = useTexts(serviceEditingTexts);
  const mayEdit = useRole() === 'providerManager';
  const [params] = useSearchParams();
  const status = params.get('status');
  const chosen = isStatus(status) ? status : undefined;
  const services = useOwnServices(chosen);
  const items = services.data?.pages.flatMap((page) => page.items);
  const add = mayEdit && (
    <LinkButton to={paths.newService} icon={IconPlus}>
      {t.add}
    </LinkButton>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={add}>
      <StatusFilter chosen={chosen} />
      {!items && services.isError && (
        <ErrorState problem={asProblem(services.error)} retry={() => void services.refetch()} />
      )}
      {!items && !services.isError && <Loading text={t.loading} rows={4} />}
      {items?.length === 0 && (
        <EmptyState title={chosen ? t.emptyFiltered : t.emptyTitle} action={chosen ? undefined : add}>
          {chosen ? undefined : t.emptyText}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className={styles.list} aria-label={t.title}>
          {items.map((service) => (
            <li key={service.id}>
              <OwnServiceRow service={service} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
      {services.hasNextPage && (
        <div className={styles.more}>
          <SecondaryButton busy={services.isFetchingNextPage} onClick={() => void services.fetchNextPage()}>
            {t.more}
          </SecondaryButton>
        </div>
      )}
    </Page>
  );
};

const StatusFilter = ({ chosen }: { chosen: ServiceStatus | undefined }) => {
  const { own: t, status: names } = useTexts(serviceEditingTexts);
  const [, setParams] = useSearchParams();
  return (
    <div className={styles.filter} role="group" aria-label={t.filter}>
      {[undefined, ...serviceStatuses].map((status) => (
        <button
          key={status ?? 'all'}
          type="button"
          className={styles.pill}
          aria-pressed={status === chosen}
          onClick={() => setParams(status ? { status } : {}, { replace: true })}
        >
          {status ? names[status] : t.all}
        </button>
      ))}
    </div>
  );
};
