import type { AccountView } from '@rinnalla/shared/account/account-routes';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { codeInput } from '@rinnalla/shared/account/proof-input';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Loaded, ProblemNotice } from '../../ui/states.js';
import { useAccount } from './account.queries.js';
import styles from './account.module.css';
import { askPasskey, canUsePasskeys } from './passkey-ceremony.js';

interface Asking {
  onDone: () => void;
  onCancel: () => void;
}

/** Asks who sits there to show it once more, by a way that they have. */
export const ConfirmIdentityDialog = ({ onDone, onCancel }: Asking) => {
  const { confirm: t } = useTexts(accountTexts);
  const account = useAccount();
  return (
    <Dialog title={t.title} onClose={onCancel}>
      <div className={styles.stack}>
        <p className={styles.soft}>{t.lead}</p>
        <Loaded query={account}>
          {(data) => (
            <>
              {hasNone(data) && <p>{t.signInAnew}</p>}
              {data.passkeys.length > 0 && canUsePasskeys() && <ByPasskey onDone={onDone} />}
              {waysOf(data).map((way) => (
                <ByTyping key={way} way={way} onDone={onDone} />
              ))}
            </>
          )}
        </Loaded>
        <QuietButton onClick={onCancel}>{t.cancel}</QuietButton>
      </div>
    </Dialog>
  );
};

/** The password alone is for who has nothing else. */
const waysOf = ({ authenticator, passkeys, hasPassword }: AccountView): ('code' | 'password')[] => {
  if (authenticator) return ['code'];
  return passkeys.length > 0 || !hasPassword ? [] : ['password'];
};

/** Known by an organization's own sign-in alone: a new sign-in is a fresh proof. */
const hasNone = (account: AccountView): boolean =>
  account.passkeys.length === 0 && waysOf(account).length === 0;

type Proof = InputOf<typeof confirmationRoutes.confirm>['body'];
const confirm = (body: Proof) => call(confirmationRoutes.confirm, { body });

const ByPasskey = ({ onDone }: Pick<Asking, 'onDone'>) => {
  const { confirm: t } = useTexts(accountTexts);
  const ask = useMutation<unknown, Problem, void>({
    mutationFn: async () =>
      confirm({
        way: 'passkey',
        response: await askPasskey(await call(confirmationRoutes.passkeyOptions, { body: {} })),
      }),
    onSuccess: onDone,
  });
  return (
    <div>
      <SecondaryButton busy={ask.isPending} onClick={() => ask.mutate()}>
        {t.passkey}
      </SecondaryButton>
      <ProblemNotice
        problem={ask.error}
        sentence={ask.error?.code === 'wrongCredentials' ? t.wrong : undefined}
      />
    </div>
  );
};

const schemas = {
  code: z.strictObject({ typed: codeInput }),
  password: z.strictObject({ typed: z.string().min(1).max(256) }),
};

const ByTyping = ({ way, onDone }: { way: 'code' | 'password' } & Pick<Asking, 'onDone'>) => {
  const { confirm: t } = useTexts(accountTexts);
  const form = useServerForm({ schema: schemas[way], defaultValues: { typed: '' } });
  return (
    <Form
      form={form}
      onSubmit={({ typed }) =>
        confirm(way === 'code' ? { way, code: typed } : { way, password: typed }).then(onDone)
      }
      label={t.title}
      {...(form.problem?.code === 'wrongCredentials' ? { problemSentence: t.wrong } : {})}
    >
      {way === 'code' ? (
        <TextField name="typed" label={t.code} autoComplete="one-time-code" inputMode="numeric" short />
      ) : (
        <TextField name="typed" label={t.password} type="password" autoComplete="current-password" />
      )}
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.submit}
        </PrimaryButton>
      </div>
    </Form>
  );
};
