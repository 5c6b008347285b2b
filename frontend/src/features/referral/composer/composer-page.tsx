import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { ClientView } from '@rinnalla/shared/client/client-routes';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { call } from '../../../platform/call.js';
import { paths } from '../../../platform/paths.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { Loaded } from '../../../ui/states.js';
import { referralQuery } from '../referral.queries.js';
import type { PickedService } from '../service-picker.js';
import { ComposerForm } from './composer-form.js';
import type { ComposerSlots } from './composer-slots.js';
import { valuesOfClient, valuesOfDraft } from './composer-values.js';

/** One page: who, what for, where and when, what is shared. A draft is opened again by its address. */
export const ComposerPage = ({ slots }: { slots: ComposerSlots }) => {
  const t = useTexts(composerTexts);
  const [search] = useSearchParams();
  // Only what the page was opened with: the address of a draft that is born here changes nothing on the screen.
  const [draftId] = useState(() => search.get('luonnos'));
  return (
    <Page title={t.title}>
      {draftId ? <OpenedDraft draftId={draftId} slots={slots} /> : <NewReferral slots={slots} />}
    </Page>
  );
};

const OpenedDraft = ({ draftId, slots }: { draftId: string; slots: ComposerSlots }) => {
  const draft = useQuery({
    ...referralQuery(draftId),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Loaded query={draft} rows={5}>
      {(view) =>
        view.status === 'draft' ? (
          <DraftForm view={view} slots={slots} />
        ) : (
          <Navigate to={paths.referral(view.id)} replace />
        )
      }
    </Loaded>
  );
};

const DraftForm = ({ view, slots }: { view: ReferralView; slots: ComposerSlots }) => (
  <ComposerForm
    slots={slots}
    clientId={view.clientId ?? ''}
    values={valuesOfDraft(view)}
    services={[
      pickedOf(view.service, view.provider.name),
      ...view.alternatives.map((one) => pickedOf(one, {})),
    ]}
    draft={{ id: view.id, version: view.version }}
    previousReferralId={view.previousReferralId}
  />
);

const pickedOf = (
  service: { id: string; title: PickedService['title'] },
  organizationName: PickedService['organizationName'],
): PickedService => ({
  id: service.id,
  title: service.title,
  organizationName,
});

const NewReferral = ({ slots }: { slots: ComposerSlots }) => {
  const t = useTexts(composerTexts);
  const { serviceId } = useParams();
  const [client, setClient] = useState<ClientView>();
  const service = useQuery({
    queryKey: ['catalogue', 'service', serviceId],
    queryFn: ({ signal }) =>
      call(catalogueRoutes.service, { params: { serviceId: serviceId ?? '' } }, { signal }),
    enabled: Boolean(serviceId),
  });
  if (!client) {
    return (
      <Panel title={t.who}>
        <slots.ClientChooser onChosen={setClient} />
      </Panel>
    );
  }
  const begin = (chosen: PickedService[]) => (
    <ComposerForm
      slots={slots}
      clientId={client.id}
      values={valuesOfClient(client, chosen[0]?.id)}
      services={chosen}
      draft={undefined}
      previousReferralId={null}
      onChangeClient={() => setClient(undefined)}
    />
  );
  if (!serviceId) return begin([]);
  return (
    <Loaded query={service} rows={4}>
      {(found) => begin([pickedOf(found, found.organization.name)])}
    </Loaded>
  );
};
