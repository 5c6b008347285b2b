import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { accountTexts } from '../../i18n/account.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { canUsePasskeys } from './passkey-ceremony.js';
import { useProviders, useSignInWithPasskey, useToProvider } from './session.queries.js';
import styles from './sign-in-page.module.css';

/** Beside the password: a passkey, and the sign-in of one's own organization. */
export const OtherWays = () => {
  const { ways: t } = useTexts(accountTexts);
  const language = useLanguage();
  const passkey = useSignInWithPasskey();
  const providers = useProviders();
  const toProvider = useToProvider();
  const known = providers.data?.providers ?? [];
  return (
    <div className={styles.otherWays}>
      {canUsePasskeys() && (
        <div>
          <SecondaryButton busy={passkey.isPending} onClick={() => passkey.mutate()}>
            {t.passkey}
          </SecondaryButton>
          <p className={styles.help}>{t.passkeyHelp}</p>
          <ProblemNotice
            problem={passkey.error}
            sentence={passkey.error?.code === 'wrongCredentials' ? t.passkeyFailed : undefined}
          />
        </div>
      )}
      {known.length > 0 && (
        <div>
          <h2 className={styles.smallHeading}>{t.providersHeading}</h2>
          <ul className={styles.providers}>
            {known.map(({ id, organization }) => (
              <li key={id}>
                <SecondaryButton
                  busy={toProvider.isPending}
                  onClick={() => toProvider.mutate({ body: { providerId: id } })}
                >
                  {t.provider(inLanguage(organization, language).text)}
                </SecondaryButton>
              </li>
            ))}
          </ul>
          <ProblemNotice problem={toProvider.error} />
        </div>
      )}
    </div>
  );
};
