import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';

/** Asks who sits there to show it once more. */
export const ConfirmIdentityDialog = ({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) => {
  const { confirm: t } = useTexts(accountTexts);
  const form = useServerForm({
    schema: confirmationRoutes.confirm.body,
    defaultValues: { way: 'password', password: '' },
  });
  return (
    <Dialog title={t.title} onClose={onCancel}>
      <p>{t.lead}</p>
      <Form
        form={form}
        onSubmit={(body) => call(confirmationRoutes.confirm, { body }).then(onDone)}
        label={t.title}
      >
        <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.submit}
          </PrimaryButton>
          <QuietButton onClick={onCancel}>{t.cancel}</QuietButton>
        </div>
      </Form>
    </Dialog>
  );
};
