import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { Link, Navigate, useLocation } from 'react-router';
import { accountTexts } from '../../i18n/account.js';
import { organizationTexts } from '../../i18n/organization.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { memberOf, useSession } from '../../platform/session.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DemonstrationSignIns } from './demonstration-sign-ins.js';
import { Enrolment } from './enrolment.js';
import { OtherWays } from './other-ways.js';
import { SecondFactor } from './second-factor.js';
import { useSignIn } from './session.queries.js';
import styles from './sign-in-page.module.css';

/** Where the reader was going before the door asked to sign in. */
const wantedOf = (state: unknown): string =>
  typeof state === 'object' && state && 'from' in state && typeof state.from === 'string'
    ? state.from
    : paths.home;

/** The door: the first proof, then what the sign-in still waits for. */
export const SignInPage = () => {
  const session = useSession();
  const { state } = useLocation();
  if (session.person) {
    return (
      <Navigate to={memberOf(session) ? wantedOf(state) : paths.chooseOrganization} state={state} replace />
    );
  }
  if (session.signIn?.next === 'secondFactor') return <SecondFactor ways={session.signIn.ways} />;
  if (session.signIn?.next === 'enrolment') return <Enrolment />;
  return <FirstProof demonstration={session.demonstration} />;
};

const FirstProof = ({ demonstration }: { demonstration: boolean }) => {
  const { signIn: t } = useTexts(organizationTexts);
  const { ways } = useTexts(accountTexts);
  const signIn = useSignIn();
  const form = useServerForm({
    schema: sessionRoutes.signIn.body,
    defaultValues: { email: '', password: '' },
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <div className={styles.columns}>
        <Panel>
          <Form form={form} onSubmit={(body) => signIn.mutateAsync({ body })} label={t.title}>
            <TextField name="email" label={t.email} type="email" autoComplete="username" />
            <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
            <div>
              <PrimaryButton type="submit" busy={form.busy}>
                {t.submit}
              </PrimaryButton>
            </div>
          </Form>
          <p className={styles.help}>
            <Link to={paths.forgottenPassword}>{ways.forgotten}</Link>
          </p>
          <OtherWays />
        </Panel>
        {demonstration && (
          <DemonstrationSignIns onChoose={(body) => signIn.mutate({ body })} busy={signIn.isPending} />
        )}
      </div>
    </Page>
  );
};
