import type { LogRowView } from '@rinnalla/shared/log/log-routes';
import { type ReactNode, useState } from 'react';
import { logTexts } from '../../i18n/log.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { LogFilters } from './log-filters.js';
import styles from './log-page.module.css';
import { useLogColumns } from './log-columns.js';
import { type LogWanted, useLogRows } from './log.queries.js';

/** The data protection officer's page: who did, read or tried what. No word of a client's case. */
export const LogPage = ({ notices }: { notices?: ReactNode }) => {
  const t = useTexts(logTexts);
  const [wanted, setWanted] = useState<LogWanted>({});
  const query = useLogRows(wanted);
  const columns = useLogColumns((clientId) => setWanted({ clientId }));
  return (
    <Page title={t.title} lead={t.lead}>
      {notices}
      <Panel>
        <LogFilters onSearch={setWanted} />
      </Panel>
      {wanted.clientId && (
        <p className={styles.only}>
          {t.sameClient} <SecondaryButton onClick={() => setWanted({})}>{t.everyone}</SecondaryButton>
        </p>
      )}
      <Loaded query={query} rows={6}>
        {({ pages }) => {
          const rows: LogRowView[] = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={t.empty} />
          ) : (
            <DataTable
              caption={t.caption}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              density="tight"
              stacks
            />
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <SecondaryButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </SecondaryButton>
      )}
    </Page>
  );
};
