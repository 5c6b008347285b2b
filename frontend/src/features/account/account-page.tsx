import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { useAccount } from './account.queries.js';
import styles from './account.module.css';
import { FactorsSection } from './factors-section.js';
import { PasswordSection } from './password-section.js';
import { RecoveryCodesSection } from './recovery-codes-section.js';
import { SessionsSection } from './sessions-section.js';

/** One's own account: how one signs in, and where one is signed in. */
export const AccountPage = () => {
  const { account: t } = useTexts(accountTexts);
  const account = useAccount();
  return (
    <Page title={t.title} lead={account.data?.email} width="reading">
      <Loaded query={account}>
        {(data) => (
          <div className={styles.sections}>
            <FactorsSection account={data} />
            {!data.isExempt && <RecoveryCodesSection left={data.recoveryCodesLeft} />}
            {!data.isExempt && <PasswordSection hasPassword={data.hasPassword} />}
            <SessionsSection sessions={data.sessions} />
          </div>
        )}
      </Loaded>
    </Page>
  );
};
