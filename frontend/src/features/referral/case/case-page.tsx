import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { Loaded } from '../../../ui/states.js';
import { paths } from '../../../platform/paths.js';
import { referralQuery } from '../referral.queries.js';
import { useAcknowledge } from '../use-acknowledge.js';
import { useReferralLive } from '../use-referral-live.js';
import { type CaseSlots, CaseView } from './case-view.js';

/** One referral as its reader's side and stage allow. A draft is opened where it is written. */
export const CasePage = (slots: CaseSlots) => {
  const { referralId = '' } = useParams();
  const query = useQuery(referralQuery(referralId));
  useReferralLive();
  useAcknowledge(query.data);
  if (query.data?.status === 'draft') return <Navigate to={paths.draft(referralId)} replace />;
  return (
    <Loaded query={query} rows={5}>
      {(view) => <CaseView key={view.id} view={view} {...slots} />}
    </Loaded>
  );
};
