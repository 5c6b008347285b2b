import {
  type ErasurePreview,
  type ErasureReport,
  erasureRefusals,
  erasureRoutes,
} from '@rinnalla/shared/privacy/erasure-routes';
import { mayDecideErasure } from '@rinnalla/shared/privacy/privacy-permissions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../i18n/dates.js';
import { keepingTexts } from '../../i18n/keeping.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMember } from '../../platform/session.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded, ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { keepingKeys, previewQuery } from './keeping.queries.js';
import styles from './privacy.module.css';

interface ErasureDialogProps {
  requestId: string;
  onClose: () => void;
}

/** What would go, what stays and what stands in the way; then the decision. Afterwards: what was done. */
export const ErasureDialog = ({ requestId, onClose }: ErasureDialogProps) => {
  const { preview: t } = useTexts(keepingTexts);
  const query = useQuery(previewQuery(requestId));
  const isDone = query.data?.request.state === 'erased';
  return (
    <Dialog title={isDone ? t.reportTitle : t.title} onClose={onClose}>
      <Loaded query={query} rows={5}>
        {(preview) =>
          preview.request.report ? (
            <Report report={preview.request.report} isDone />
          ) : (
            <>
              <Report report={preview.plan} />
              <Decision preview={preview} onClose={onClose} />
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
};

const Report = ({ report, isDone = false }: { report: ErasureReport; isDone?: boolean }) => {
  const { preview: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const counts = Object.entries(report.counts).filter(([, count]) => count > 0) as [
    keyof typeof t.counts,
    number,
  ][];
  return (
    <>
      <section className={styles.part}>
        <h3>{isDone ? t.went : t.goes}</h3>
        <ul className={styles.consequences}>
          <li>{report.clientGoes ? t.client : t.contact}</li>
          {report.going.length > 0 && <li>{t.cases(report.going.join(', '))}</li>}
          {counts.map(([name, count]) => (
            <li key={name}>
              {count} {t.counts[name]}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h3>{t.stays}</h3>
        <ul className={styles.consequences}>
          {report.kept.map(({ caseNumber, label, act, until, isConfirmed }) => (
            <li key={caseNumber}>
              {t.kept(caseNumber, label[language], formatDate(until, language))}{' '}
              <span className={styles.quiet}>
                {t.act(act)}
                {!isConfirmed && `. ${t.unconfirmed}`}
              </span>
            </li>
          ))}
          <li>{t.record}</li>
          <li>{t.proofs}</li>
          <li>{t.log}</li>
        </ul>
      </section>
      <p>{t.holders(report.holdersAsked)}</p>
    </>
  );
};

const Decision = ({ preview, onClose }: { preview: ErasurePreview; onClose: () => void }) => {
  const { preview: t } = useTexts(keepingTexts);
  const toast = useToast();
  const [refusing, setRefusing] = useState(false);
  const maySay = mayDecideErasure(useMember().acting.role);
  const { request, open, holds } = preview;
  const standing = holds.filter(({ stands }) => stands);
  const erase = useAction(erasureRoutes.erase, {
    stale: () => [keepingKeys.requests],
    onDone: () => toast({ text: t.erased }),
  });
  const blocked = open.length > 0 || standing.length > 0;
  return (
    <>
      {blocked && (
        <div className={styles.plain}>
          <p className={styles.name}>{t.blocked}</p>
          {open.length > 0 && <p>{t.openCases(open.join(', '))}</p>}
          {standing.map(({ id, act, reason }) => (
            <p key={id}>{t.held(act, reason)}</p>
          ))}
        </div>
      )}
      {!maySay && <p>{t.onlyLeader}</p>}
      {maySay && !refusing && (
        <>
          {preview.mayErase && <p>{t.final}</p>}
          <div className={styles.buttons}>
            {preview.mayErase && (
              <PrimaryButton
                busy={erase.isPending}
                onClick={() =>
                  erase.mutate({ params: { requestId: request.id }, body: { version: request.version } })
                }
              >
                {t.erase}
              </PrimaryButton>
            )}
            <SecondaryButton onClick={() => setRefusing(true)}>{t.refuse}</SecondaryButton>
          </div>
        </>
      )}
      {maySay && refusing && <Refusal request={request} onClose={onClose} />}
      <ProblemNotice problem={erase.error} />
    </>
  );
};

const Refusal = ({ request, onClose }: { request: ErasurePreview['request']; onClose: () => void }) => {
  const { preview: t, refusals } = useTexts(keepingTexts);
  const toast = useToast();
  const [chosen, setChosen] = useState<(typeof erasureRefusals)[number]>();
  const refuse = useAction(erasureRoutes.refuse, {
    stale: () => [keepingKeys.requests],
    onDone: () => {
      toast({ text: t.refusedDone });
      onClose();
    },
  });
  return (
    <fieldset className={styles.choices}>
      <legend>{t.refuseTitle}</legend>
      <p className={styles.quiet}>{t.refuseHint}</p>
      {erasureRefusals.map((refusal) => (
        <label key={refusal}>
          <input
            type="radio"
            name="refusal"
            checked={chosen === refusal}
            onChange={() => setChosen(refusal)}
          />
          <span>{refusals[refusal]}</span>
        </label>
      ))}
      <div>
        <PrimaryButton
          disabled={!chosen}
          busy={refuse.isPending}
          onClick={() =>
            chosen &&
            refuse.mutate({
              params: { requestId: request.id },
              body: { version: request.version, refusal: chosen },
            })
          }
        >
          {t.confirmRefusal}
        </PrimaryButton>
      </div>
      <ProblemNotice problem={refuse.error} />
    </fieldset>
  );
};
