import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { PrimaryButton, SecondaryButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';

/** Asks before what is written would be lost, by our own links and by the browser's. */
export const LeaveGuard = ({ isDirty }: { isDirty: boolean }) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      isDirty && historyAction !== 'REPLACE' && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={t.leaveTitle}
      onClose={() => blocker.reset()}
      actions={
        <>
          <PrimaryButton onClick={() => blocker.reset()}>{t.stay}</PrimaryButton>
          <SecondaryButton onClick={() => blocker.proceed()}>{t.leave}</SecondaryButton>
        </>
      }
    >
      <p>{t.leaveText}</p>
    </Dialog>
  );
};
