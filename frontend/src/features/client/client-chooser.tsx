import type { ClientView } from '@rinnalla/shared/client/client-routes';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { IconPlus } from 'suomifi-icons';
import { clientTexts } from '../../i18n/client.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { SearchField } from '../../ui/search-field.js';
import { Loaded, Loading, ProblemNotice } from '../../ui/states.js';
import { asProblem } from '../../platform/query-client.js';
import { ClientRows } from './client-rows.js';
import styles from './client.module.css';
import { clientQuery, clientSearchQuery, ownClientsQuery } from './client.queries.js';

/** Most referrals are of a client who is known already. */
const NewClientForm = lazy(async () => ({ default: (await import('./new-client-form.js')).NewClientForm }));

/** Whom: one of one's own clients, or a new one right here. */
export const ClientChooser = ({ onChosen }: { onChosen: (client: ClientView) => void }) => {
  const { choose: t } = useTexts(clientTexts);
  const [isNew, setNew] = useState(false);
  if (isNew) {
    return (
      <Suspense fallback={<Loading />}>
        <NewClientForm onCreated={onChosen} onCancel={() => setNew(false)} />
      </Suspense>
    );
  }
  return (
    <div className={styles.chooser}>
      <ExistingClients onChosen={onChosen} />
      <div>
        <SecondaryButton icon={IconPlus} onClick={() => setNew(true)}>
          {t.new}
        </SecondaryButton>
      </div>
    </div>
  );
};

const ExistingClients = ({ onChosen }: { onChosen: (client: ClientView) => void }) => {
  const { choose: t } = useTexts(clientTexts);
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const name = useDeferredValue(typed.trim());
  const own = useQuery(ownClientsQuery);
  const found = useQuery(clientSearchQuery(name));
  const query = name ? found : own;

  const pick = (clientId: string): void => {
    setProblem(undefined);
    queryClient
      .fetchQuery(clientQuery(clientId))
      .then(onChosen, (error: unknown) => setProblem(asProblem(error)));
  };
  return (
    <>
      <SearchField label={t.search} hint={t.hint} value={typed} onChange={setTyped} />
      <Loaded query={query} rows={3}>
        {({ items }) => (
          <>
            <p role="status" className={items.length > 0 ? 'visually-hidden' : styles.quiet}>
              {items.length > 0 ? t.results(items.length) : name ? t.none : t.empty}
            </p>
            <ClientRows rows={name ? items : items.slice(0, 5)} onPick={pick} />
          </>
        )}
      </Loaded>
      <ProblemNotice problem={problem} />
    </>
  );
};
