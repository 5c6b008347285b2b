import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import styles from './account.module.css';
import { AuthenticatorSetup } from './authenticator-setup.js';
import { canUsePasskeys, createPasskey } from './passkey-ceremony.js';
import { RecoveryCodeList } from './recovery-code-list.js';
import { useCancelSignIn, useEnter } from './session.queries.js';

type Enrolled = ResponseOf<typeof signInRoutes.enrolPasskey>;

/** The first sign-in: a second factor is taken into use, its recovery codes are saved, and only then does Rinnalla open. */
export const Enrolment = () => {
  const { enrolment: t, recovery, secondFactor } = useTexts(accountTexts);
  const [enrolled, setEnrolled] = useState<Enrolled>();
  const enter = useEnter();
  const cancel = useCancelSignIn();
  if (enrolled) {
    return (
      <Page title={recovery.title} lead={recovery.lead} width="reading">
        <RecoveryCodeList codes={enrolled.recoveryCodes} onDone={() => enter(enrolled.session)} />
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead}>
      <div className={styles.choices}>
        {canUsePasskeys() && <WithPasskey onDone={setEnrolled} />}
        <WithApp onDone={setEnrolled} />
      </div>
      <div className={styles.under}>
        <QuietButton busy={cancel.isPending} onClick={() => cancel.mutate({})}>
          {secondFactor.cancel}
        </QuietButton>
      </div>
    </Page>
  );
};

const WithPasskey = ({ onDone }: { onDone: (enrolled: Enrolled) => void }) => {
  const { enrolment: t, ways } = useTexts(accountTexts);
  const create = useMutation<Enrolled, Problem, void>({
    mutationFn: async () => {
      const response = await createPasskey(await call(signInRoutes.enrolmentPasskeyOptions, { body: {} }));
      return call(signInRoutes.enrolPasskey, { body: { name: t.firstPasskey, response } });
    },
    onSuccess: onDone,
  });
  return (
    <Panel title={t.passkeyHeading}>
      <div className={styles.stack}>
        <p className={styles.soft}>{t.passkeyText}</p>
        <PrimaryButton busy={create.isPending} onClick={() => create.mutate()}>
          {t.passkeyAct}
        </PrimaryButton>
        <ProblemNotice
          problem={create.error}
          sentence={create.error?.code === 'wrongCredentials' ? ways.passkeyFailed : undefined}
        />
      </div>
    </Panel>
  );
};

const WithApp = ({ onDone }: { onDone: (enrolled: Enrolled) => void }) => {
  const { enrolment: t } = useTexts(accountTexts);
  const propose = useAction(signInRoutes.proposeAuthenticator);
  return (
    <Panel title={t.appHeading}>
      <div className={styles.stack}>
        <p className={styles.soft}>{t.appText}</p>
        {propose.data ? (
          <AuthenticatorSetup
            proposal={propose.data}
            onCode={async (code) => onDone(await call(signInRoutes.enrolAuthenticator, { body: { code } }))}
          />
        ) : (
          <SecondaryButton busy={propose.isPending} onClick={() => propose.mutate({ body: {} })}>
            {t.appAct}
          </SecondaryButton>
        )}
        <ProblemNotice problem={propose.error} />
      </div>
    </Panel>
  );
};
