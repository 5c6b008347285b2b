import type { ReferralRow, TakenStep } from '@rinnalla/shared/referral/referral';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { LinkButton } from '../../../ui/buttons.js';
import { NewRowsBar } from '../../../ui/new-rows-bar.js';
import { Page } from '../../../ui/page.js';
import { Loaded } from '../../../ui/states.js';
import { useSteadyRows } from '../../../ui/steady-rows.js';
import { useToast } from '../../../ui/toast.js';
import { useIsWide } from '../../../ui/use-is-wide.js';
import type { FormedAction } from '../acts/act-form-props.js';
import { useDoneSentence } from '../acts/use-done-sentence.js';
import { isUndoable, useUndo } from '../acts/use-undo.js';
import { useReferralLive } from '../use-referral-live.js';
import { EmptyInbox } from './empty-inbox.js';
import { InboxCard } from './inbox-card.js';
import styles from './inbox-page.module.css';
import { Triage } from './triage.js';
import { useTriageRows } from './triage-rows.js';

/** The association's triage: one request after another, the nearest deadline first. */
export const InboxPage = ({ tasks }: { tasks?: ReactNode }) => {
  const { inbox: t } = useTexts(screenTexts);
  const query = useTriageRows();
  const isOpen = useSearchParams()[0].has('asia');
  // On a narrow screen what is read takes the list's place, and needs the room.
  const isReading = !useIsWide() && isOpen;
  useReferralLive();
  return (
    <Page title={t.title} lead={isReading ? undefined : query.data && t.lead(query.data.requests.length)}>
      {!isReading && tasks}
      <Loaded query={query} rows={4}>
        {({ requests, unreported }) => (
          <>
            {unreported > 0 && (
              <p className={styles.unreported}>
                {t.closing(unreported)}{' '}
                <LinkButton kind="quiet" to={`${paths.referrals}?tilanne=waiting_provider`}>
                  {t.showClosing}
                </LinkButton>
              </p>
            )}
            <Requests requests={requests} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Requests = ({ requests }: { requests: readonly ReferralRow[] }) => {
  const { inbox: t } = useTexts(screenTexts);
  const referralId = useSearchParams()[0].get('asia') ?? undefined;
  const navigate = useNavigate();
  const isWide = useIsWide();
  const list = useRef<HTMLDivElement>(null);
  // What was just answered leaves at once; it comes back when something follows, such as an answer to a question.
  const [answeredVersions, setAnsweredVersions] = useState<Record<string, number>>({});
  const unanswered = requests.filter(({ id, version }) => version > (answeredVersions[id] ?? 0));
  const { rows, newCount, showNew } = useSteadyRows(unanswered, ({ id }) => id);
  const select = useCallback(
    (id: string | undefined) => void navigate(id ? paths.inboxItem(id) : paths.inbox, { replace: true }),
    [navigate],
  );

  // Focus follows what is open, never the reverse: a key pressed at a card is for the request shown beside it.
  const isMoving = useRef(false);
  const move = (id: string): void => {
    isMoving.current = true;
    select(id);
  };
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    list.current?.querySelector<HTMLElement>(`[data-referral="${referralId}"]`)?.focus();
  }, [referralId]);

  // Beside the list the first one is open from the start; on a narrow screen the list comes first. It is put in
  // the address, so that what is read stays although a colleague's answer takes it off the list.
  const first = isWide ? rows[0]?.id : undefined;
  useEffect(() => {
    if (!referralId && first) select(first);
  }, [referralId, first, select]);
  const toast = useToast();
  const doneSentence = useDoneSentence();
  const undo = useUndo(({ id }) => {
    setAnsweredVersions((versions) => ({ ...versions, [id]: 0 }));
    select(id);
  });
  const lastAnswer = useRef<TakenStep>(undefined);
  const answered = (action: FormedAction, after: TakenStep): void => {
    lastAnswer.current = isUndoable(action) ? after : undefined;
    setAnsweredVersions((versions) => ({ ...versions, [after.id]: after.version }));
    toast({ text: doneSentence(action, after), ...(isUndoable(action) ? { undo: () => undo(after) } : {}) });
  };

  if (rows.length === 0 && newCount === 0 && !referralId) return <EmptyInbox />;
  const showsList = isWide || !referralId;
  return (
    <div className={isWide ? styles.panes : undefined}>
      {showsList && (
        <div ref={list} className={styles.list}>
          <NewRowsBar count={newCount} onShow={showNew} />
          <ul aria-label={t.list}>
            {rows.map((row) => (
              <li key={row.id}>
                <InboxCard row={row} isOpen={row.id === referralId} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {referralId && (
        <Triage
          key={referralId}
          referralId={referralId}
          rows={rows}
          list={list}
          isWide={isWide}
          onSelect={select}
          onMove={move}
          onAnswered={answered}
          onUndo={() => lastAnswer.current && undo(lastAnswer.current)}
        />
      )}
    </div>
  );
};
