import { type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { clientTexts } from '../../i18n/client.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { ClientFields } from './client-fields.js';
import { ClientSummary } from './client-summary.js';
import { changedClientForm, clientValues } from './client-input.js';
import styles from './client.module.css';
import { RegisterPanel } from './register-panel.js';
import { clientKeys, clientQuery } from './client.queries.js';

/** One client's details, saved whole over the version that was read. */
export const ClientPage = () => {
  const { clientId = '' } = useParams();
  const { page: t } = useTexts(clientTexts);
  // What is being typed must not change under the writer.
  const query = useQuery({
    ...clientQuery(clientId),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page
      title={query.data ? `${query.data.firstName} ${query.data.surname}` : t.edit}
      width="reading"
      actions={
        <>
          <LinkButton kind="secondary" to={paths.clientPrivacy(clientId)}>
            {t.privacy}
          </LinkButton>
          <LinkButton kind="secondary" to={paths.clients}>
            {t.title}
          </LinkButton>
        </>
      }
    >
      <Loaded query={query} rows={5}>
        {(client) => (
          <>
            <ChangeForm key={client.id} client={client} />
            <RegisterPanel clientId={client.id} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const ChangeForm = ({ client }: { client: ClientView }) => {
  const { page: t, form: texts } = useTexts(clientTexts);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [isConflict, setConflict] = useState(false);
  const [newest, setNewest] = useState<ClientView>();
  const change = useAction(clientRoutes.change, {
    stale: () => [clientKeys.lists],
    onDone: (saved) => queryClient.setQueryData(clientKeys.one(saved.id), saved),
  });
  const form = useServerForm({
    schema: changedClientForm,
    defaultValues: clientValues(client, null) as never,
  });

  const save = async (body: unknown): Promise<void> => {
    setConflict(false);
    try {
      await change.mutateAsync({ params: { clientId: client.id }, body: body as never });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'changedMeanwhile') throw problem;
      setConflict(true);
      return;
    }
    toast({ text: texts.saved });
    void navigate(paths.clients);
  };
  // The text stays; only the version it is saved over becomes the newest.
  const takeVersion = async (): Promise<void> => {
    const stored = await queryClient.fetchQuery({ ...clientQuery(client.id), staleTime: 0 });
    form.methods.setValue('version' as never, stored.version as never);
    setNewest(stored);
    setConflict(false);
  };
  return (
    <Panel>
      {isConflict && <ConflictNotice onShowNewest={() => void takeVersion()}>{t.conflict}</ConflictNotice>}
      {newest && (
        <Panel tone="spruce" title={t.stored}>
          <ClientSummary clientId={newest.id} />
          <p>{newest.goal}</p>
        </Panel>
      )}
      <Form form={form} label={t.edit} onSubmit={save}>
        <ClientFields />
        <div className={styles.buttons}>
          <PrimaryButton type="submit" busy={form.busy}>
            {texts.save}
          </PrimaryButton>
        </div>
      </Form>
    </Panel>
  );
};
