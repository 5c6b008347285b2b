import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { useAddAuthenticator, useProposeAuthenticator } from './account.queries.js';
import styles from './account.module.css';
import { AuthenticatorSetup } from './authenticator-setup.js';

export const AddApp = () => {
  const { account: t } = useTexts(accountTexts);
  const propose = useProposeAuthenticator();
  const add = useAddAuthenticator();
  if (propose.data)
    return (
      <AuthenticatorSetup proposal={propose.data} onCode={(code) => add.mutateAsync({ body: { code } })} />
    );
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t.noApp}</p>
      <SecondaryButton busy={propose.isPending} onClick={() => propose.mutate({ body: {} })}>
        {t.addApp}
      </SecondaryButton>
      <ProblemNotice problem={propose.error} />
    </div>
  );
};
