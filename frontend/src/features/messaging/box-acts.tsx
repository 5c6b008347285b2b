import { isResolved, isWords } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationDriver, DriverSnapshot } from '@rinnalla/shared/messaging/conversation-driver';
import { type ConversationView, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { lazy, Suspense, useState } from 'react';
import { IconOptionsVertical } from 'suomifi-icons';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { formatContextualDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useMember } from '../../platform/session.js';
import { useAction } from '../../platform/use-action.js';
import { Disclosure } from '../../ui/disclosure.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './box-acts.module.css';
import { messagingKeys } from './messaging.queries.js';

const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze-dialog.js')).SnoozeDialog }));
const ArchiveDialog = lazy(async () => ({ default: (await import('./archive-dialog.js')).ArchiveDialog }));

interface BoxActsProps {
  view: ConversationView;
  driver: ConversationDriver;
  snapshot: DriverSnapshot;
}

/** What can be done with a conversation as a whole: settle it for everyone, put it off or mark it unread for oneself, keep it. */
export const BoxActs = ({ view, driver, snapshot }: BoxActsProps) => {
  const t = useTexts(conversationToolTexts);
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const { person } = useMember();
  const [dialog, setDialog] = useState<'snooze' | 'archive'>();
  const { lines } = snapshot.conversation;
  const params = { conversationId: view.id };
  const stale = () => [[...messagingKeys.all]];
  const resolved = isResolved(lines);
  const resolve = useAction(messagingRoutes.resolve, { stale });
  const wake = useAction(messagingRoutes.snooze, { stale });
  const markUnread = useAction(messagingRoutes.markUnread, {
    stale,
    onDone: ({ lastReadSeq }) => {
      driver.unreadMarked(lastReadSeq);
      toast({ text: t.unread.done });
    },
  });
  const lastOfOthers = lines.findLast(
    (line) => isWords(line) && line.sender.personId !== person.id && line.body !== null,
  );

  const acts = [
    ...(view.writable
      ? [
          {
            label: resolved ? t.resolve.undo : t.resolve.act,
            act: () => resolve.mutate({ params, body: { resolved: !resolved } }),
          },
        ]
      : []),
    view.snoozedUntil
      ? { label: t.snooze.wake, act: () => wake.mutate({ params, body: { until: null } }) }
      : { label: t.snooze.act, act: () => setDialog('snooze') },
    ...(lastOfOthers
      ? [{ label: t.unread.act, act: () => markUnread.mutate({ params, body: { from: lastOfOthers.seq } }) }]
      : []),
    { label: t.archive.print, act: () => window.print() },
    { label: t.archive.act, act: () => setDialog('archive') },
  ];
  return (
    <div className={styles.acts}>
      <Disclosure
        className={styles.button}
        label={t.acts}
        button={
          <>
            <IconOptionsVertical aria-hidden className={styles.icon} />
            {t.more}
          </>
        }
      >
        {(close) => (
          <ul className={styles.menu}>
            {acts.map(({ label, act }) => (
              <li key={label}>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    act();
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
      <div role="status" className={styles.state}>
        {resolved && <p>{t.resolve.state}</p>}
        {view.snoozedUntil && <p>{t.snooze.until(formatContextualDate(view.snoozedUntil, language, now))}</p>}
      </div>
      <ProblemNotice problem={resolve.error ?? wake.error ?? markUnread.error} />
      <Suspense>
        {dialog === 'snooze' && (
          <SnoozeDialog conversationId={view.id} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'archive' && <ArchiveDialog view={view} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </div>
  );
};
