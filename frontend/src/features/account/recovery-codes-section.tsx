import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useRenewRecoveryCodes } from './account.queries.js';
import styles from './account.module.css';
import { RecoveryCodeList } from './recovery-code-list.js';

export const RecoveryCodesSection = ({ left }: { left: number }) => {
  const { account: t, recovery } = useTexts(accountTexts);
  const renew = useRenewRecoveryCodes();
  return (
    <Panel title={t.codes}>
      <div className={styles.stack}>
        <p className={styles.soft}>{t.codesLeft(left)}</p>
        <SecondaryButton busy={renew.isPending} onClick={() => renew.mutate({ body: {} })}>
          {t.newCodes}
        </SecondaryButton>
        <ProblemNotice problem={renew.error} />
      </div>
      {renew.data && (
        <Dialog title={recovery.title} size="wide" onClose={renew.reset}>
          <p>{recovery.lead}</p>
          <RecoveryCodeList codes={renew.data.recoveryCodes} onDone={renew.reset} />
        </Dialog>
      )}
    </Panel>
  );
};
