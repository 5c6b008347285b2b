import type { AccountView } from '@rinnalla/shared/account/account-routes';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { accountTexts } from '../../i18n/account.js';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useRemoveAuthenticator, useRemovePasskey } from './account.queries.js';
import styles from './account.module.css';
import { AddApp } from './add-app.js';
import { AddPasskey } from './add-passkey.js';

/** Passkeys, the authenticator app and the organization's own sign-in: what proves who one is. */
export const FactorsSection = ({ account }: { account: AccountView }) => {
  const { account: t } = useTexts(accountTexts);
  const language = useLanguage();
  const removePasskey = useRemovePasskey();
  const removeApp = useRemoveAuthenticator();
  const { authenticator, passkeys, identities } = account;
  return (
    <Panel title={t.factors}>
      {account.isExempt && <p className={styles.soft}>{t.exempt}</p>}
      <div className={styles.sub}>
        <h3>{t.passkeys}</h3>
        {passkeys.length === 0 && <p className={styles.soft}>{t.noPasskeys}</p>}
        <ul className={styles.rows}>
          {passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
            <li key={id} className={styles.row}>
              <span className={styles.names}>
                <strong>{name}</strong>
                <Days addedAt={addedAt} lastUsedAt={lastUsedAt} />
              </span>
              <QuietButton
                accessibleName={t.removeNamed(name)}
                busy={removePasskey.isPending}
                onClick={() => removePasskey.mutate({ params: { passkeyId: id } })}
              >
                {t.remove}
              </QuietButton>
            </li>
          ))}
        </ul>
        <Refused problem={removePasskey.error} />
        <AddPasskey />
      </div>
      <div className={styles.sub}>
        <h3>{t.app}</h3>
        {authenticator ? (
          <div className={styles.row}>
            <span className={styles.names}>
              <Days addedAt={authenticator.addedAt} lastUsedAt={authenticator.lastUsedAt} />
            </span>
            <QuietButton
              accessibleName={t.removeNamed(t.app)}
              busy={removeApp.isPending}
              onClick={() => removeApp.mutate({})}
            >
              {t.remove}
            </QuietButton>
          </div>
        ) : (
          <AddApp />
        )}
        <Refused problem={removeApp.error} />
      </div>
      {identities.length > 0 && (
        <div className={styles.sub}>
          <h3>{t.identities}</h3>
          <ul className={styles.rows}>
            {identities.map(({ providerId, organization, linkedAt }) => (
              <li key={providerId} className={styles.row}>
                <span className={styles.names}>
                  <strong>{inLanguage(organization, language).text}</strong>
                  <span>{t.added(formatDate(linkedAt, language))}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
};

const Days = ({ addedAt, lastUsedAt }: { addedAt: string; lastUsedAt: string | null }) => {
  const { account: t } = useTexts(accountTexts);
  const language = useLanguage();
  return (
    <>
      <span>{t.added(formatDate(addedAt, language))}</span>
      <span>{lastUsedAt ? t.used(formatDate(lastUsedAt, language)) : t.unused}</span>
    </>
  );
};

const Refused = ({ problem }: { problem: Problem | null }) => {
  const { account: t } = useTexts(accountTexts);
  return (
    <ProblemNotice
      problem={problem}
      sentence={problem?.extra.reason === 'lastFactor' ? t.lastFactor : undefined}
    />
  );
};
