import { lazy, Suspense, useEffect, useState } from 'react';
import { confirmWith } from '../../platform/confirmation.js';
import { Loading } from '../../ui/states.js';

/** The frame is in every page: a form that few ever meet comes when it is asked for. */
const ConfirmIdentityDialog = lazy(async () => ({
  default: (await import('./confirm-identity-dialog.js')).ConfirmIdentityDialog,
}));

/** Stands in the frame of every page: a risky act that needs a fresh proof opens it, and goes on or is left. */
export const ConfirmIdentity = () => {
  const [answer, setAnswer] = useState<(isConfirmed: boolean) => void>();
  useEffect(() => confirmWith(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const close = (isConfirmed: boolean): void => {
    setAnswer(undefined);
    answer(isConfirmed);
  };
  return (
    <Suspense fallback={<Loading />}>
      <ConfirmIdentityDialog onDone={() => close(true)} onCancel={() => close(false)} />
    </Suspense>
  );
};
