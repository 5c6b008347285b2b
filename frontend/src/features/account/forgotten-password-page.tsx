import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import { Link } from 'react-router';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

/** Asks for a link by mail; says the same whether anybody has the address. */
export const ForgottenPasswordPage = () => {
  const { forgotten: t } = useTexts(accountTexts);
  const forget = useAction(mailedRoutes.forgetPassword);
  const form = useServerForm({ schema: mailedRoutes.forgetPassword.body, defaultValues: { email: '' } });
  return (
    <Page title={forget.data ? t.sent : t.title} lead={forget.data ? t.sentText : t.lead} width="reading">
      {!forget.data && (
        <Panel>
          <Form form={form} onSubmit={(body) => forget.mutateAsync({ body })} label={t.title}>
            <TextField name="email" label={t.email} type="email" autoComplete="username" />
            <div>
              <PrimaryButton type="submit" busy={form.busy}>
                {t.submit}
              </PrimaryButton>
            </div>
          </Form>
        </Panel>
      )}
      <p>
        <Link to={paths.signIn}>{t.back}</Link>
      </p>
    </Page>
  );
};
