import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { useInfiniteQuery } from '@tanstack/react-query';
import { worklistQuery } from '../referral.queries.js';

export const isUnanswered = ({ status }: Pick<ReferralRow, 'status'>): boolean =>
  status === 'sent' || status === 'acknowledged';
const lacksReport = ({ status }: ReferralRow): boolean => status === 'closing';

/** What waits for this organization: requests to answer, the nearest deadline first, and closing reports to write. */
export const useTriageRows = () => {
  const query = useInfiniteQuery({
    ...worklistQuery('organization', 'waiting_provider'),
    select: ({ pages }) => {
      const rows = pages.flatMap(({ items }) => items).filter(({ side }) => side === 'provider');
      return { requests: rows.filter(isUnanswered), unreported: rows.filter(lacksReport).length };
    },
  });
  return query;
};

/** The one to read after this one: the next below, else the one above. */
export const nextOf = (rows: readonly ReferralRow[], referralId: string): ReferralRow | undefined => {
  const position = rows.findIndex(({ id }) => id === referralId);
  return rows[position + 1] ?? rows[position - 1];
};
