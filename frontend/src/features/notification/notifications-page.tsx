import { notificationTexts } from '../../i18n/notification.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { LinkButton, SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import { NotificationLine } from './notification-line.js';
import styles from './notifications-page.module.css';
import { useMarkSeen, useNotifications } from './notification.queries.js';

/** Ilmoitukset: everything that happened in the reader's cases. */
export const NotificationsPage = () => {
  const t = useTexts(notificationTexts);
  const list = useNotifications();
  const markSeen = useMarkSeen();
  const items = list.data?.pages.flatMap((page) => page.items);
  const [newest] = items ?? [];
  const unseen = list.data?.pages[0]?.unseen ?? 0;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="reading"
      actions={
        <>
          {newest && unseen > 0 && (
            <SecondaryButton
              busy={markSeen.isPending}
              onClick={() => markSeen.mutate({ body: { upTo: newest.id } })}
            >
              {t.seeAll}
            </SecondaryButton>
          )}
          <LinkButton kind="secondary" to={paths.notificationSettings}>
            {t.settings}
          </LinkButton>
        </>
      }
    >
      {list.isError && <ErrorState problem={asProblem(list.error)} retry={() => void list.refetch()} />}
      {!items && !list.isError && <Loading />}
      {items?.length === 0 && <EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>}
      {items && items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <NotificationLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <SecondaryButton busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </SecondaryButton>
      )}
    </Page>
  );
};
