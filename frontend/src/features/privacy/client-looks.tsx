import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { logRoutes } from '@rinnalla/shared/log/log-routes';
import { useQuery } from '@tanstack/react-query';
import { formatClock, formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { organizationTexts } from '../../i18n/organization.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Panel } from '../../ui/panel.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { looksQuery } from './privacy.queries.js';

type Look = ResponseOf<typeof logRoutes.looks>['items'][number];

/** Who has looked at the client's data, for the client: organizations, work and purpose, no employee. */
export const ClientLooks = ({ clientId }: { clientId: string }) => {
  const { looks: t } = useTexts(privacyTexts);
  const columns = useColumns();
  const query = useQuery(looksQuery(clientId));
  return (
    <Panel
      title={t.title}
      aside={<SecondaryButton onClick={() => window.print()}>{t.print}</SecondaryButton>}
    >
      <p>{t.lead}</p>
      <Loaded query={query} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.empty} />
          ) : (
            <DataTable
              caption={t.caption}
              columns={columns}
              rows={items}
              keyOf={({ day, organization, role, purpose }) =>
                [day, organization.fi ?? organization.sv, role, purpose].join()
              }
              stacks
            />
          )
        }
      </Loaded>
    </Panel>
  );
};

const useColumns = (): Column<Look>[] => {
  const { looks: t } = useTexts(privacyTexts);
  const { roles } = useTexts(organizationTexts);
  const language = useLanguage();
  const timesOf = ({ firstAt, lastAt }: Look): string => {
    const [first, last] = [formatClock(firstAt, language), formatClock(lastAt, language)];
    return first === last ? first : `${first}–${last}`;
  };
  return [
    { id: 'day', heading: t.day, cell: ({ day }) => formatDate(day, language), isRowHeading: true },
    { id: 'time', heading: t.time, cell: timesOf },
    {
      id: 'organization',
      heading: t.organization,
      cell: ({ organization }) => inLanguage(organization, language).text,
    },
    { id: 'role', heading: t.role, cell: ({ role }) => roles[role] },
    { id: 'purpose', heading: t.purpose, cell: ({ purpose }) => t.purposes[purpose] },
    { id: 'times', heading: t.times, cell: ({ times }) => times, align: 'end' },
  ];
};
