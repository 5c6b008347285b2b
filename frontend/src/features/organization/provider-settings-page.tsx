import { providerRoutes } from '@rinnalla/shared/account/provider-routes';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft } from 'suomifi-icons';
import { z } from 'zod';
import { signInServiceTexts } from '../../i18n/sign-in-service.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { Facts } from '../../ui/facts.js';
import { CheckboxField } from '../../ui/form/choice-fields.js';
import { Form } from '../../ui/form/form.js';
import { TextareaField, TextField } from '../../ui/form/text-fields.js';
import { keepTyped } from '../../ui/form/keep-typed.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useToast } from '../../ui/toast.js';

const providerQuery = queryOptions({
  queryKey: ['identityProvider'],
  queryFn: ({ signal }) => call(providerRoutes.read, {}, { signal }),
});
type Provider = ResponseOf<typeof providerRoutes.read>['provider'];

/** The organization's own sign-in service (OpenID Connect): for those who lead, together with who keeps the service. */
export const ProviderSettingsPage = () => {
  const t = useTexts(signInServiceTexts);
  const query = useQuery(providerQuery);
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <div>
        <LinkButton kind="quiet" icon={IconArrowLeft} to={paths.people}>
          {t.back}
        </LinkButton>
      </div>
      <Loaded query={query}>
        {({ provider }) => (
          <>
            <State provider={provider} />
            <ProviderForm key={provider ? 'change' : 'begin'} provider={provider} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

/** Whether people can sign in by it now, and what its keeper must be told. */
const State = ({ provider }: { provider: Provider }) => {
  const t = useTexts(signInServiceTexts);
  if (!provider) return <p>{t.none}</p>;
  const works = provider.enabled && provider.hasSecret;
  return (
    <Panel
      title={t.now}
      aside={<StatusLabel tone={works ? 'ok' : 'neutral'}>{works ? t.on : t.off}</StatusLabel>}
    >
      <Facts
        facts={[
          { name: t.issuer, value: provider.issuer },
          { name: t.redirectUri, value: provider.redirectUri },
          {
            name: t.secret,
            value: provider.hasSecret ? t.secretKnown : t.secretMissing(provider.secretName),
          },
        ]}
      />
      <p>{t.redirectHelp}</p>
    </Panel>
  );
};

/** One value on a line. */
const lines = (schema: typeof providerRoutes.save.body.shape.acrValues) =>
  z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(schema);
const { shape } = providerRoutes.save.body;
const formSchema = providerRoutes.save.body.extend({
  acrValues: lines(shape.acrValues),
  amrValues: lines(shape.amrValues),
});

const valuesOf = (provider: Provider) => ({
  version: provider?.version ?? 0,
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  secretName: provider?.secretName ?? '',
  acrValues: provider?.acrValues.join('\n') ?? '',
  amrValues: provider?.amrValues.join('\n') ?? '',
  enabled: provider?.enabled ?? false,
});

const ProviderForm = ({ provider }: { provider: Provider }) => {
  const t = useTexts(signInServiceTexts);
  const toast = useToast();
  const queryClient = useQueryClient();
  const save = useAction(providerRoutes.save, {
    stale: () => [providerQuery.queryKey],
    onDone: () => toast({ text: t.saved }),
  });
  const form = useServerForm({
    schema: formSchema,
    defaultValues: valuesOf(provider),
  });
  return (
    <Panel title={provider ? t.change : t.begin}>
      <Form
        form={form}
        label={provider ? t.change : t.begin}
        onSubmit={async (body) => {
          const { provider: kept } = await keepTyped(
            () => save.mutateAsync({ body }),
            async () => {
              const stored = await queryClient.fetchQuery({ ...providerQuery, staleTime: 0 });
              form.methods.setValue('version', stored.provider?.version ?? 0);
            },
          );
          form.methods.reset(valuesOf(kept) as never);
        }}
        {...(form.problem?.code === 'changedMeanwhile' && { problemSentence: t.changedMeanwhile })}
      >
        {/* Subjects mean something under one issuer only: it stays. */}
        {!provider && <TextField name="issuer" label={t.issuer} hint={t.issuerHint} type="url" />}
        <TextField name="clientId" label={t.clientId} hint={t.clientIdHint} />
        <TextField name="secretName" label={t.secretName} hint={t.secretNameHint} short />
        <TextareaField name="acrValues" label={t.acr} hint={t.acrHint} rows={3} optional />
        <TextareaField name="amrValues" label={t.amr} hint={t.amrHint} rows={3} optional />
        <CheckboxField name="enabled" label={t.enabled} hint={t.enabledHint} />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.save}
          </PrimaryButton>
        </div>
      </Form>
    </Panel>
  );
};
