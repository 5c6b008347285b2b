import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { ErasureRequestView } from '@rinnalla/shared/privacy/erasure-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { keepingTexts } from '../../i18n/keeping.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { ErasureDialog } from './erasure-dialog.js';
import { requestsQuery } from './keeping.queries.js';
import styles from './privacy.module.css';

/** Those that wait come first; each by its cases' numbers. */
export const ErasureRequests = () => {
  const { requests: t } = useTexts(keepingTexts);
  const query = useQuery(requestsQuery);
  const [open, setOpen] = useState<string>();
  return (
    <Panel title={t.title}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.empty}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((request) => (
                <Request key={request.id} request={request} onOpen={() => setOpen(request.id)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <ErasureDialog requestId={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
};

const Request = ({ request, onOpen }: { request: ErasureRequestView; onOpen: () => void }) => {
  const { requests: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const now = useNow();
  const { caseNumbers, askedAt, askedBy, decided, state } = request;
  const cases = caseNumbers.join(', ') || t.noCases;
  const waits = state === 'asked';
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{cases}</p>
        <p className={styles.quiet}>{t.asked(askedBy, formatMoment(askedAt, language, now))}</p>
        <p className={styles.labels}>
          {decided ? (
            <StatusLabel tone={state === 'erased' ? 'ok' : 'neutral'}>
              {t[state === 'erased' ? 'erased' : 'refused'](
                decided.by,
                formatMoment(decided.at, language, now),
              )}
            </StatusLabel>
          ) : (
            <Due day={request.dueOn} />
          )}
          {waits && request.isHeld && <StatusLabel tone="danger">{t.held}</StatusLabel>}
        </p>
      </div>
      {(waits || request.report) && (
        <SecondaryButton accessibleName={waits ? t.openOf(cases) : t.reportOf(cases)} onClick={onOpen}>
          {waits ? t.open : t.report}
        </SecondaryButton>
      )}
    </li>
  );
};

const Due = ({ day }: { day: string }) => {
  const { requests: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const isLate = helsinkiDateOf(new Date(useNow())) > day;
  return (
    <StatusLabel tone={isLate ? 'danger' : 'warn'}>
      {isLate ? t.late(formatDate(day, language)) : t.due(formatDate(day, language))}
    </StatusLabel>
  );
};
