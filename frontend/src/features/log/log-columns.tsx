import { isLogAction } from '@rinnalla/shared/log/log-action';
import type { LogRowView } from '@rinnalla/shared/log/log-routes';
import { formatDateTime } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { logTexts } from '../../i18n/log.js';
import { organizationTexts } from '../../i18n/organization.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { QuietButton } from '../../ui/buttons.js';
import type { Column } from '../../ui/data-table.js';
import { StatusLabel } from '../../ui/status-label.js';

export const useLogColumns = (onClient: (clientId: string) => void): Column<LogRowView>[] => {
  const t = useTexts(logTexts);
  const { roles } = useTexts(organizationTexts);
  const language = useLanguage();
  const now = useNow();
  const when = (at: string): string => formatDateTime(at, language, now);
  const who = ({ person, role, officeHolder }: LogRowView): string =>
    [person?.name ?? t.nobody, role && roles[role].toLowerCase(), officeHolder && t.officeHolder]
      .filter(Boolean)
      .join(', ');
  return [
    { id: 'at', heading: t.at, cell: ({ at }) => when(at), isRowHeading: true },
    { id: 'who', heading: t.who, cell: who },
    {
      id: 'action',
      heading: t.action,
      cell: ({ action, result }) => (
        <>
          {isLogAction(action) ? t.actions[action] : t.tried(action)}{' '}
          {result === 'refused' && <StatusLabel tone="warn">{t.results.refused}</StatusLabel>}
        </>
      ),
    },
    { id: 'case', heading: t.case, cell: ({ caseNumber }) => caseNumber ?? '' },
    {
      id: 'client',
      heading: t.sameClient,
      cell: ({ clientId, at }) =>
        clientId && (
          <QuietButton accessibleName={t.sameClientOf(when(at))} onClick={() => onClient(clientId)}>
            {t.sameClient}
          </QuietButton>
        ),
    },
  ];
};
