import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TextField } from '../../ui/form/text-fields.js';

/** A password as it is chosen, with what is asked of it: wherever one is chosen, in the same words. */
export const NewPasswordField = () => {
  const { newPassword: t } = useTexts(accountTexts);
  return (
    <TextField name="password" label={t.password} hint={t.hint} type="password" autoComplete="new-password" />
  );
};
