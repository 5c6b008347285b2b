import { useQuery } from '@tanstack/react-query';
import { mayOpenInEmergency } from '@rinnalla/shared/privacy/emergency-routes';
import { useState } from 'react';
import { IconPlus } from 'suomifi-icons';
import { clientTexts } from '../../i18n/client.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useMember } from '../../platform/session.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { LockMark } from '../../ui/lock-mark.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import type { ClientRow } from './client-rows.js';
import styles from './client.module.css';
import { ownClientsQuery } from './client.queries.js';
import { NewClientForm } from './new-client-form.js';

/** One's own clients: first name and their own words; the rest behind each one's own page. */
export const ClientsPage = () => {
  const { page: t, choose, form } = useTexts(clientTexts);
  const [isNew, setNew] = useState(false);
  const query = useQuery(ownClientsQuery);
  const toast = useToast();
  const { acting } = useMember();
  const add = (
    <>
      {mayOpenInEmergency(acting.role) && (
        <LinkButton kind="secondary" to={paths.emergency}>
          {t.emergency}
        </LinkButton>
      )}
      <PrimaryButton icon={IconPlus} onClick={() => setNew(true)}>
        {choose.new}
      </PrimaryButton>
    </>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={isNew ? undefined : add}>
      {isNew && (
        <Panel title={form.title}>
          <NewClientForm
            onCancel={() => setNew(false)}
            onCreated={() => {
              setNew(false);
              toast({ text: form.saved });
            }}
          />
        </Panel>
      )}
      <Loaded query={query} rows={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={choose.empty} />
          ) : (
            <ul className={styles.lines} aria-label={choose.list}>
              {items.map((row) => (
                <li key={row.id}>
                  <ClientLine row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
};

const ClientLine = ({ row }: { row: ClientRow }) => {
  const { page: t, choose, summary } = useTexts(clientTexts);
  return (
    <div className={styles.line}>
      <div>
        <p className={styles.name}>{row.firstName}</p>
        <p>{row.goal}</p>
        {row.openReferrals > 0 && <p className={styles.quiet}>{choose.openReferrals(row.openReferrals)}</p>}
        {row.nonDisclosure && <LockMark>{summary.nonDisclosure}</LockMark>}
      </div>
      <LinkButton kind="secondary" to={paths.client(row.id)} accessibleName={t.editOf(row.firstName)}>
        {t.edit}
      </LinkButton>
    </div>
  );
};
