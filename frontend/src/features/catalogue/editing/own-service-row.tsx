import type { OwnServiceCardView } from '@rinnalla/shared/catalogue/service';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { Link } from 'react-router';
import { IconCheck } from 'suomifi-icons';
import { formatDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { ProblemNotice } from '../../../ui/states.js';
import { StatusLabel, type Tone } from '../../../ui/status-label.js';
import { useToast } from '../../../ui/toast.js';
import { FreePlaces } from './free-places.js';
import { useServiceActions } from './own-services.queries.js';
import styles from './own-services-page.module.css';

export const statusTones: Record<ServiceStatus, Tone> = {
  draft: 'neutral',
  published: 'ok',
  paused: 'warn',
  archived: 'neutral',
};

/** One own service: how it stands, whether it is still right, and the places of each open group. */
export const OwnServiceRow = ({ service, mayEdit }: { service: OwnServiceCardView; mayEdit: boolean }) => {
  const { own: t, status } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const title = inLanguage(service.title, language).text || t.untitled;
  const open = service.offerings.filter(
    (offering) => offering.status === 'open' || offering.status === 'planned',
  );
  return (
    <article className={styles.row}>
      <div className={styles.about}>
        <h2 className={styles.title}>
          {mayEdit ? <Link to={paths.editService(service.id)}>{title}</Link> : title}
        </h2>
        <StatusLabel tone={statusTones[service.status]}>{status[service.status]}</StatusLabel>
        <Confirmation service={service} title={title} mayEdit={mayEdit} />
      </div>
      {open.length === 0 ? (
        <p className={styles.muted}>{t.noOfferings}</p>
      ) : (
        <ul className={styles.offerings}>
          {open.map((offering) => (
            <li key={offering.id}>
              <FreePlaces offering={offering} title={title} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
};

const Confirmation = ({
  service,
  title,
  mayEdit,
}: {
  service: OwnServiceCardView;
  title: string;
  mayEdit: boolean;
}) => {
  const { own: t } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const toast = useToast();
  const { confirm } = useServiceActions();
  const mayConfirm = mayEdit && service.actions.includes('confirm');
  const isOld = service.freshness !== 'fresh';
  if (!service.assuredAt) return null;
  const Confirm = isOld ? SecondaryButton : QuietButton;
  const date = formatDate(service.assuredAt, language);
  return (
    <>
      <div className={styles.confirm}>
        <span className={isOld ? styles.old : undefined}>
          {isOld ? t.confirmNow(date) : t.confirmed(date)}
        </span>
        {mayConfirm && (
          <Confirm
            icon={IconCheck}
            busy={confirm.isPending}
            accessibleName={t.stillRightThis(title)}
            onClick={() =>
              confirm.mutate(
                { params: { serviceId: service.id }, body: { version: service.version } },
                { onSuccess: () => toast({ text: t.confirmedToast(title) }) },
              )
            }
          >
            {t.stillRight}
          </Confirm>
        )}
      </div>
      <ProblemNotice problem={confirm.error} />
    </>
  );
};
