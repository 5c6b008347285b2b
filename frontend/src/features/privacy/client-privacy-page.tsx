import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { paths } from '../../platform/paths.js';
import { LinkButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { ClientCopy } from './client-copy.js';
import { ClientErasure } from './client-erasure.js';
import { ClientLooks } from './client-looks.js';
import { ClientRecords } from './client-records.js';
import { useClientErased } from './use-client-erased.js';

/** Everything that a client may know and ask about their own data: to be gone through together. */
export const ClientPrivacyPage = () => {
  const { clientId = '' } = useParams();
  const { page: t } = useTexts(privacyTexts);
  useClientErased(clientId);
  const query = useQuery({
    queryKey: ['client', 'one', clientId],
    queryFn: ({ signal }) => call(clientRoutes.read, { params: { clientId } }, { signal }),
  });
  return (
    <Page
      title={query.data ? t.title(query.data.firstName) : t.open}
      lead={t.lead}
      actions={
        <LinkButton kind="secondary" to={paths.client(clientId)}>
          {t.back}
        </LinkButton>
      }
    >
      <Loaded query={query} rows={5}>
        {() => (
          <>
            <ClientRecords clientId={clientId} />
            <ClientLooks clientId={clientId} />
            <ClientCopy clientId={clientId} />
            <ClientErasure clientId={clientId} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
