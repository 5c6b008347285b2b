import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useEffect, useRef } from 'react';
import { useTransition } from './use-transition.js';

/** Tells the sender that the request has been opened: once for each, and silently if it no longer matters. */
export const useAcknowledge = (view: ReferralView | undefined): void => {
  const { act } = useTransition(view?.id ?? '');
  const told = useRef<string>(undefined);
  const due = view?.actions.includes('acknowledge') && view.status === 'sent' ? view : undefined;
  useEffect(() => {
    if (!due || told.current === due.id) return;
    told.current = due.id;
    // Somebody else may have been first; then it is acknowledged, which is all that was wanted.
    act({ action: 'acknowledge' }, due.version).catch(() => undefined);
  }, [due, act]);
};
