import { statusGroups, type StatusGroup } from '@rinnalla/shared/referral/referral-status';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { IconSend } from 'suomifi-icons';
import { isSenderRole } from '@rinnalla/shared/organization/role';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { uiTexts } from '../../../i18n/ui.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { useMember } from '../../../platform/session.js';
import { LinkButton, SecondaryButton } from '../../../ui/buttons.js';
import { Page } from '../../../ui/page.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { worklistQuery } from '../referral.queries.js';
import { ReferralList } from '../referral-list.js';
import { useReferralLive } from '../use-referral-live.js';
import { WorklistFilters } from './worklist-filters.js';
import styles from './worklist-page.module.css';

const groupOf = (text: string | null): StatusGroup | undefined =>
  statusGroups.find((group) => group === text);

/** Every referral of the organization, cut by whom it waits for. */
export const WorklistPage = () => {
  const { worklist: t, today } = useTexts(screenTexts);
  const ui = useTexts(uiTexts);
  const { acting } = useMember();
  const [search, setSearch] = useSearchParams();
  const group = groupOf(search.get('tilanne'));
  const list = search.get('kenen') === 'omat' ? 'mine' : 'organization';
  const query = useInfiniteQuery(worklistQuery(list, group));
  useReferralLive();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t.title}
      actions={
        isSenderRole(acting.role) ? (
          <LinkButton to={paths.refer} icon={IconSend}>
            {today.refer}
          </LinkButton>
        ) : undefined
      }
    >
      <WorklistFilters group={group} list={list} />
      <Loaded query={query} rows={5}>
        {() =>
          rows.length === 0 ? (
            <EmptyState
              title={t.empty}
              action={
                group || list === 'mine' ? (
                  <SecondaryButton onClick={() => setSearch({})}>{t.showAll}</SecondaryButton>
                ) : undefined
              }
            >
              {t.emptyText}
            </EmptyState>
          ) : (
            <div className={styles.list}>
              <ReferralList key={`${list}-${group ?? 'all'}`} label={t.list} rows={rows} />
              {query.hasNextPage && (
                <SecondaryButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {ui.showMore}
                </SecondaryButton>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};
