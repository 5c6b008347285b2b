import { accountRoutes } from '@rinnalla/shared/account/account-routes';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Panel } from '../../ui/panel.js';
import { useToast } from '../../ui/toast.js';
import { useChangePassword } from './account.queries.js';
import styles from './account.module.css';
import { NewPasswordField } from './new-password-field.js';

export const PasswordSection = ({ hasPassword }: { hasPassword: boolean }) => {
  const { account: t } = useTexts(accountTexts);
  const toast = useToast();
  const change = useChangePassword();
  const form = useServerForm({
    schema: accountRoutes.changePassword.body,
    defaultValues: { current: '', password: '' },
  });
  return (
    <Panel title={t.password}>
      <p className={styles.soft}>{t.passwordText}</p>
      <Form
        form={form}
        onSubmit={async (body) => {
          await change.mutateAsync({ body });
          form.methods.reset();
          toast({ text: t.passwordChanged });
        }}
        label={t.changePassword}
      >
        {hasPassword && (
          <TextField name="current" label={t.current} type="password" autoComplete="current-password" />
        )}
        <NewPasswordField />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.changePassword}
          </PrimaryButton>
        </div>
      </Form>
    </Panel>
  );
};
