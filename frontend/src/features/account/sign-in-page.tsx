import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { Navigate, useLocation } from 'react-router';
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
import { useSignIn } from './session.queries.js';
import styles from './sign-in-page.module.css';

/** Where the reader was going before the door asked to sign in. */
const wantedOf = (state: unknown): string =>
  typeof state === 'object' && state && 'from' in state && typeof state.from === 'string'
    ? state.from
    : paths.home;

export const SignInPage = () => {
  const { signIn: t } = useTexts(organizationTexts);
  const session = useSession();
  const { state } = useLocation();
  const signIn = useSignIn();
  const form = useServerForm({
    schema: sessionRoutes.signIn.body,
    defaultValues: { email: '', password: '' },
  });

  if (session.person) {
    return (
      <Navigate to={memberOf(session) ? wantedOf(state) : paths.chooseOrganization} state={state} replace />
    );
  }
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
          <p className={styles.help}>{t.help}</p>
        </Panel>
        {session.demonstration && (
          <DemonstrationSignIns onChoose={(body) => signIn.mutate({ body })} busy={signIn.isPending} />
        )}
      </div>
    </Page>
  );
};
