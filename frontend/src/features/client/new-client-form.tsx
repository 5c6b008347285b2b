import { type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { clientTexts } from '../../i18n/client.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMember } from '../../platform/session.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { ClientFields } from './client-fields.js';
import { clientValues, newClientForm } from './client-input.js';
import styles from './client.module.css';
import { clientKeys } from './client.queries.js';

interface NewClientFormProps {
  onCreated: (client: ClientView) => void;
  onCancel: () => void;
}

/** Takes a client into care; the goal written here is the one the referral begins with. */
export const NewClientForm = ({ onCreated, onCancel }: NewClientFormProps) => {
  const { form: t } = useTexts(clientTexts);
  const { acting } = useMember();
  const create = useAction(clientRoutes.create, { stale: () => [clientKeys.lists] });
  const form = useServerForm({
    schema: newClientForm,
    defaultValues: clientValues(undefined, acting.municipalityCode) as never,
  });
  return (
    <Form
      form={form}
      label={t.title}
      onSubmit={async (body) => onCreated(await create.mutateAsync({ body: body as never }))}
    >
      <ClientFields />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.save}
        </PrimaryButton>
        <QuietButton onClick={onCancel}>{t.cancel}</QuietButton>
      </div>
    </Form>
  );
};
