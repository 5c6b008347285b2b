import { passkeyName } from '@rinnalla/shared/account/proof-input';
import { z } from 'zod';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { useAddPasskey } from './account.queries.js';
import styles from './account.module.css';
import { canUsePasskeys } from './passkey-ceremony.js';

const schema = z.strictObject({ name: passkeyName });

/** A name first, so that one knows later which key is which; then the device asks. */
export const AddPasskey = () => {
  const { account: t, ways } = useTexts(accountTexts);
  const add = useAddPasskey();
  const form = useServerForm({ schema, defaultValues: { name: '' } });
  if (!canUsePasskeys()) return <p className={styles.soft}>{ways.passkeyUnsupported}</p>;
  return (
    <Form
      form={form}
      onSubmit={async ({ name }) => {
        await add.mutateAsync(name);
        form.methods.reset();
      }}
      label={t.addPasskey}
      {...(form.problem?.code === 'wrongCredentials' ? { problemSentence: ways.passkeyFailed } : {})}
    >
      <TextField name="name" label={t.passkeyName} hint={t.passkeyHint} />
      <div>
        <SecondaryButton type="submit" busy={form.busy}>
          {t.addPasskey}
        </SecondaryButton>
      </div>
    </Form>
  );
};
