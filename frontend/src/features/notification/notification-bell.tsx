import type { NotificationView } from '@rinnalla/shared/notification/notification-routes';
import { Link } from 'react-router';
import { IconAlert } from 'suomifi-icons';
import { notificationTexts } from '../../i18n/notification.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { QuietButton } from '../../ui/buttons.js';
import { Disclosure } from '../../ui/disclosure.js';
import styles from './notification-bell.module.css';
import { NotificationLine } from './notification-line.js';
import { useLatestNotifications, useMarkSeen, useNotificationsLive } from './notification.queries.js';
import { useVisitedCase } from './use-visited-case.js';

const mostCounted = 99;

/** How many are new, and the latest of them. */
export const NotificationBell = () => {
  const t = useTexts(notificationTexts);
  const { data, isError } = useLatestNotifications();
  useNotificationsLive();
  useVisitedCase(data);
  const unseen = data?.unseen ?? 0;
  return (
    <Disclosure
      className={styles.bell}
      label={t.bell(unseen)}
      button={
        <>
          <IconAlert aria-hidden />
          {unseen > 0 && (
            <span className={styles.count} aria-hidden>
              {unseen > mostCounted ? `${mostCounted}+` : unseen}
            </span>
          )}
        </>
      }
    >
      {(close) => <Latest items={data?.items} unseen={unseen} hasFailed={isError} close={close} />}
    </Disclosure>
  );
};

interface LatestProps {
  items: NotificationView[] | undefined;
  unseen: number;
  hasFailed: boolean;
  close: () => void;
}

const Latest = ({ items, unseen, hasFailed, close }: LatestProps) => {
  const t = useTexts(notificationTexts);
  const markSeen = useMarkSeen();
  const [newest] = items ?? [];
  return (
    <section className={styles.panel} aria-label={t.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t.title}</h2>
        {newest && unseen > 0 && (
          <QuietButton
            busy={markSeen.isPending}
            onClick={() => markSeen.mutate({ body: { upTo: newest.id } })}
          >
            {t.seeAll}
          </QuietButton>
        )}
      </div>
      {hasFailed && !items && <p className={styles.nothing}>{t.failed}</p>}
      {items?.length === 0 && <p className={styles.nothing}>{t.nothingNew}</p>}
      {items && items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <NotificationLine key={item.id} item={item} onOpen={close} />
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        <Link to={paths.notifications} onClick={close}>
          {t.all}
        </Link>
        <Link to={paths.notificationSettings} onClick={close}>
          {t.settings}
        </Link>
      </p>
    </section>
  );
};
