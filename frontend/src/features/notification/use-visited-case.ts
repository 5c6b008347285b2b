import type { NotificationView } from '@rinnalla/shared/notification/notification-routes';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../platform/paths.js';
import { useMarkSeen } from './notification.queries.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const casePage = new RegExp(`^${paths.referral(`(${uuid})`)}$`);

/** The case that an address shows: on its own page, or opened in the inbox. */
export const caseAt = ({ pathname, search }: { pathname: string; search: string }): string | undefined =>
  casePage.exec(pathname)?.[1] ??
  (pathname === paths.inbox ? (new URLSearchParams(search).get('asia') ?? undefined) : undefined);

/** Who is on a case's page sees what happens in it: its notifications are seen, also those that come meanwhile. */
export const useVisitedCase = (latest: { items: NotificationView[]; unseen: number } | undefined): void => {
  const referralId = caseAt(useLocation());
  const { mutate } = useMarkSeen();
  // Older ones than the bell holds are seen with the first visit.
  const isToBeSeen = Boolean(referralId && latest && latest.unseen > 0);
  const newest = latest?.items.find((item) => item.referralId === referralId && !item.seen)?.id;
  useEffect(() => {
    if (referralId && isToBeSeen) mutate({ body: { referralId } });
    // Once for a visit, and for each that comes: not for what is unseen elsewhere.
  }, [referralId, isToBeSeen, newest, mutate]);
};
