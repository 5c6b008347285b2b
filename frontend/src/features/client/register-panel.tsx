import {
  employmentStatuses,
  registerRoutes,
  type RegisterView,
} from '@rinnalla/shared/client/register-routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { registerTexts } from '../../i18n/register.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useMember } from '../../platform/session.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { SelectField } from '../../ui/form/choice-fields.js';
import { Form } from '../../ui/form/form.js';
import { keepTyped } from '../../ui/form/keep-typed.js';
import { TextareaField, TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { registerQuery } from './register.queries.js';
import styles from './client.module.css';

/** What comes from the authority's register: for who holds a virkasuhde, and read, with a row in the log, only when asked for. */
export const RegisterPanel = ({ clientId }: { clientId: string }) => {
  const t = useTexts(registerTexts);
  const { acting } = useMember();
  const [isOpen, setOpen] = useState(false);
  if (!acting.officeHolder) return null;
  return (
    <Panel title={t.title}>
      <p className={styles.quiet}>{t.lead}</p>
      {isOpen ? (
        <Register clientId={clientId} />
      ) : (
        <div>
          <SecondaryButton onClick={() => setOpen(true)}>{t.open}</SecondaryButton>
        </div>
      )}
    </Panel>
  );
};

const Register = ({ clientId }: { clientId: string }) => {
  // What is being typed must not change under the writer.
  const query = useQuery({
    ...registerQuery(clientId),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Loaded query={query} rows={3}>
      {(register) => <RegisterForm clientId={clientId} register={register} />}
    </Loaded>
  );
};

const schema = registerRoutes.save.body;
const valuesOf = ({ version, reference, employmentStatus, planExtract }: RegisterView) => ({
  version,
  reference,
  employmentStatus,
  planExtract,
});

const RegisterForm = ({ clientId, register }: { clientId: string; register: RegisterView }) => {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { queryKey } = registerQuery(clientId);
  const save = useAction(registerRoutes.save, {
    stale: () => [],
    onDone: (saved) => {
      queryClient.setQueryData(queryKey, saved);
      toast({ text: t.saved });
    },
  });
  const form = useServerForm({
    schema,
    defaultValues: valuesOf(register),
  });
  const isConflict = form.problem?.code === 'changedMeanwhile';
  return (
    <Form
      form={form}
      label={t.title}
      onSubmit={async (body) => {
        const saved = await keepTyped(
          () =>
            save.mutateAsync({
              params: { clientId },
              body: { ...body, reference: body.reference || null, planExtract: body.planExtract || null },
            }),
          async () => {
            const stored = await queryClient.fetchQuery({ ...registerQuery(clientId), staleTime: 0 });
            form.methods.setValue('version', stored.version);
          },
        );
        form.methods.reset(valuesOf(saved));
      }}
      {...(isConflict && { problemSentence: t.conflict })}
    >
      <p className={styles.quiet}>
        {register.task && register.updatedAt
          ? t.takenFor(register.task, formatMoment(register.updatedAt, language, now))
          : t.nothing}
      </p>
      <TextField name="reference" label={t.reference} hint={t.referenceHint} short optional />
      <SelectField
        name="employmentStatus"
        label={t.status}
        optional
        options={employmentStatuses.map((value) => ({ value, label: t.statuses[value] }))}
      />
      <TextareaField name="planExtract" label={t.extract} hint={t.extractHint} max={1000} optional />
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.save}
        </PrimaryButton>
      </div>
    </Form>
  );
};
