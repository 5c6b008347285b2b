import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import { newPasswordInput } from '@rinnalla/shared/account/proof-input';
import { z } from 'zod';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useLinkToken } from './link-token.js';
import { NewPasswordField } from './new-password-field.js';

const schema = z.strictObject({ password: newPasswordInput });

/** Where the link of a forgotten password leads. */
export const NewPasswordPage = () => {
  const { newPassword: t, gone } = useTexts(accountTexts);
  const token = useLinkToken();
  const reset = useAction(mailedRoutes.resetPassword);
  const form = useServerForm({ schema, defaultValues: { password: '' } });
  if (reset.error?.code === 'notFound' || token === '') {
    return (
      <Page title={gone.title} lead={gone.text} width="reading">
        <div>
          <LinkButton to={paths.forgottenPassword}>{gone.askReset}</LinkButton>
        </div>
      </Page>
    );
  }
  if (reset.data) {
    return (
      <Page title={t.done} lead={t.doneText} width="reading">
        <div>
          <LinkButton to={paths.signIn}>{t.signIn}</LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <Panel>
        <Form
          form={form}
          onSubmit={({ password }) => reset.mutateAsync({ body: { token, password } })}
          label={t.title}
        >
          <NewPasswordField />
          <div>
            <PrimaryButton type="submit" busy={form.busy}>
              {t.submit}
            </PrimaryButton>
          </div>
        </Form>
      </Panel>
    </Page>
  );
};
