import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './privacy.module.css';
import { privacyKeys } from './privacy.queries.js';

interface WithdrawConsentProps {
  clientId: string;
  serviceId: string;
  recipient: string;
  onClose: () => void;
}

/** What follows is told before it is done, in words that can be read aloud to the client. */
export const WithdrawConsent = ({ clientId, serviceId, recipient, onClose }: WithdrawConsentProps) => {
  const { withdrawal: t } = useTexts(privacyTexts);
  const toast = useToast();
  const withdraw = useAction(clientRoutes.withdrawConsent, {
    stale: () => [privacyKeys.client(clientId), ['client', 'disclosure', clientId]],
    onDone: () => {
      toast({ text: t.done });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <div className={styles.buttons}>
          <PrimaryButton
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { clientId, serviceId } })}
          >
            {t.confirm}
          </PrimaryButton>
          <SecondaryButton onClick={onClose}>{t.keep}</SecondaryButton>
        </div>
      }
    >
      <p>{t.lead(recipient)}</p>
      <ul className={styles.consequences}>
        {t.consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.plain}>{t.plain}</p>
      <ProblemNotice problem={withdraw.error} />
    </Dialog>
  );
};
