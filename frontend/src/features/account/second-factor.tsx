import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { SecondFactorWay } from '@rinnalla/shared/account/second-factor';
import { useState } from 'react';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import styles from './account.module.css';
import { canUsePasskeys } from './passkey-ceremony.js';
import {
  useCancelSignIn,
  useSignInWithCode,
  useSignInWithPasskey,
  useSignInWithRecoveryCode,
} from './session.queries.js';

/** After the password: the passkey, the app's code, or a recovery code. */
export const SecondFactor = ({ ways }: { ways: readonly SecondFactorWay[] }) => {
  const { secondFactor: t, ways: other } = useTexts(accountTexts);
  const [isRecovering, setRecovering] = useState(false);
  const passkey = useSignInWithPasskey();
  const cancel = useCancelSignIn();
  const hasCode = ways.includes('code');
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <Panel>
        <div className={styles.stack}>
          {ways.includes('passkey') && canUsePasskeys() && (
            <>
              <SecondaryButton busy={passkey.isPending} onClick={() => passkey.mutate()}>
                {t.passkey}
              </SecondaryButton>
              <ProblemNotice
                problem={passkey.error}
                sentence={passkey.error?.code === 'wrongCredentials' ? other.passkeyFailed : undefined}
              />
            </>
          )}
          {isRecovering ? <RecoveryCodeForm /> : hasCode && <CodeForm />}
          {isRecovering && hasCode && (
            <QuietButton onClick={() => setRecovering(false)}>{t.useCode}</QuietButton>
          )}
          {!isRecovering && <QuietButton onClick={() => setRecovering(true)}>{t.useRecovery}</QuietButton>}
          <QuietButton busy={cancel.isPending} onClick={() => cancel.mutate({})}>
            {t.cancel}
          </QuietButton>
        </div>
      </Panel>
    </Page>
  );
};

const CodeForm = () => {
  const { secondFactor: t } = useTexts(accountTexts);
  const signIn = useSignInWithCode();
  const form = useServerForm({ schema: signInRoutes.withCode.body, defaultValues: { code: '' } });
  const isLost = form.problem?.extra.reason === 'authenticatorLost';
  const isWrong = form.problem?.code === 'wrongCredentials';
  return (
    <Form
      form={form}
      onSubmit={(body) => signIn.mutateAsync({ body })}
      label={t.title}
      {...(isLost || isWrong ? { problemSentence: isLost ? t.lost : t.wrong } : {})}
    >
      <TextField name="code" label={t.code} autoComplete="one-time-code" inputMode="numeric" short />
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.submit}
        </PrimaryButton>
      </div>
    </Form>
  );
};

const RecoveryCodeForm = () => {
  const { secondFactor: t } = useTexts(accountTexts);
  const signIn = useSignInWithRecoveryCode();
  const form = useServerForm({ schema: signInRoutes.withRecoveryCode.body, defaultValues: { code: '' } });
  return (
    <Form
      form={form}
      onSubmit={(body) => signIn.mutateAsync({ body })}
      label={t.recoveryCode}
      {...(form.problem?.code === 'wrongCredentials' ? { problemSentence: t.wrong } : {})}
    >
      <TextField name="code" label={t.recoveryCode} hint={t.recoveryHint} autoComplete="off" />
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.submit}
        </PrimaryButton>
      </div>
    </Form>
  );
};
