import { codeInput } from '@rinnalla/shared/account/proof-input';
import { encode } from 'uqr';
import { z } from 'zod';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import styles from './account.module.css';

interface AuthenticatorSetupProps {
  proposal: { secret: string; uri: string };
  onCode: (code: string) => Promise<unknown>;
}

const schema = z.strictObject({ code: codeInput });

/** The picture that an app reads, the same as text, and the app's first code. */
export const AuthenticatorSetup = ({ proposal, onCode }: AuthenticatorSetupProps) => {
  const { app: t } = useTexts(accountTexts);
  const form = useServerForm({ schema, defaultValues: { code: '' } });
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t.scan}</p>
      <QrPicture text={proposal.uri} label={t.picture} />
      <p className={styles.soft}>
        {t.key} <code className={styles.secret}>{proposal.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form form={form} onSubmit={({ code }) => onCode(code)} label={t.submit}>
        <TextField name="code" label={t.code} autoComplete="one-time-code" inputMode="numeric" short />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.submit}
          </PrimaryButton>
        </div>
      </Form>
    </div>
  );
};

/** Drawn here: the secret goes to no picture service. */
const QrPicture = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
};
