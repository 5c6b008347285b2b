import type { ReferralView, TakenStep } from '@rinnalla/shared/referral/referral';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';
import { IconArrowLeft } from 'suomifi-icons';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useHotkeys } from '../../../platform/hotkeys.js';
import { paths } from '../../../platform/paths.js';
import { useMember } from '../../../platform/session.js';
import { LinkButton } from '../../../ui/buttons.js';
import { useHeadingFocus } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { type Tab, Tabs } from '../../../ui/tabs.js';
import { useToast } from '../../../ui/toast.js';
import { useFlash } from '../../../ui/use-flash.js';
import { ActionPanel } from '../acts/action-panel.js';
import type { FormedAction } from '../acts/act-form-props.js';
import { useDoneSentence } from '../acts/use-done-sentence.js';
import { isUndoable, useUndo } from '../acts/use-undo.js';
import { GoalQuote } from '../goal-quote.js';
import { isOwnStep } from '../is-own-step.js';
import { shortNameOf } from '../referral-line.js';
import { CaseIdentity } from './case-identity.js';
import styles from './case-view.module.css';
import type { ConversationSlot, FilesSlot, WriteTo } from './conversation-slot.js';
import { NextStep } from './next-step.js';
import { PlanTab } from './plan-tab.js';
import { ReferOn } from './refer-on.js';
import { SharedTab } from './shared-tab.js';
import { Timeline } from './timeline.js';

const useTabs = (
  view: ReferralView,
  conversation: ConversationSlot | undefined,
  writeTo: WriteTo | undefined,
  files: FilesSlot | undefined,
  trace: ReactNode,
  unread: number,
): Tab[] => {
  const { casePage: t } = useTexts(screenTexts);
  const timeline = { id: 'timeline', label: t.timeline, content: <Timeline view={view} /> };
  const shared = { id: 'shared', label: t.shared, content: <SharedTab view={view} trace={trace} /> };
  if (view.recordSince) return [timeline, shared];
  return [
    timeline,
    ...(conversation
      ? [
          {
            id: 'conversation',
            label: t.conversation,
            count: unread,
            countLabel: t.unreadLabel,
            content: (
              <>
                <h2 className="visually-hidden">{t.conversation}</h2>
                {conversation(view.id, writeTo)}
              </>
            ),
          },
        ]
      : []),
    ...(files
      ? [
          {
            id: 'files',
            label: t.files,
            content: (
              <>
                <h2 className="visually-hidden">{t.files}</h2>
                {files(view.id)}
              </>
            ),
          },
        ]
      : []),
    { id: 'plan', label: t.plan, content: <PlanTab view={view} /> },
    shared,
  ];
};

const asTheCaseKnows = (_referralId: string, known: number): number => known;

/** What other features give to the case. */
export interface CaseSlots {
  conversation?: ConversationSlot | undefined;
  /** What is unread now, where the conversation knows better than the page; one hook for the screen's life. */
  useUnread?: ((referralId: string, known: number) => number) | undefined;
  files?: FilesSlot | undefined;
  /** What became of the information that was disclosed. */
  disclosureTrace?: ((referralId: string) => ReactNode) | undefined;
}

/** The shared case: who it is about, what they want, what is next, and everything around it. */
export const CaseView = ({
  view,
  conversation,
  useUnread = asTheCaseKnows,
  files,
  disclosureTrace,
}: CaseSlots & { view: ReferralView }) => {
  const { casePage: t } = useTexts(screenTexts);
  const { changed, status } = useTexts(referralTexts);
  const heading = useHeadingFocus();
  const toast = useToast();
  const doneSentence = useDoneSentence();
  const undo = useUndo(() => undefined);
  const { person } = useMember();
  const [open, setOpen] = useState<FormedAction>();
  const { hash } = useLocation();
  const [chosenTab, setTab] = useState(
    conversation && (view.unread > 0 || hash === '#keskustelu') ? 'conversation' : 'timeline',
  );
  const [writeTo, setWriteTo] = useState<WriteTo>();
  const unread = useUnread(view.id, view.unread);
  const tabs = useTabs(view, conversation, writeTo, files, disclosureTrace?.(view.id), unread);
  // The tab that was open may be gone with the conversation.
  const tab = tabs.some(({ id }) => id === chosenTab) ? chosenTab : 'timeline';
  const isFlashing = useFlash(view.id, view.version, changed(status[view.status]), isOwnStep(view, person));
  const write = (to: WriteTo): void => {
    setWriteTo(to);
    setTab('conversation');
  };
  // Once it is open, the conversation has these keys of its own.
  useHotkeys(
    conversation && !view.recordSince && tab !== 'conversation'
      ? [
          { key: 'v', label: t.openConversation, act: () => write('shared') },
          { key: 'm', label: t.openNotes, act: () => write('internal') },
        ]
      : [],
    { heading: t.hotkeys },
  );

  const done = (action: FormedAction, after: TakenStep): void =>
    toast({ text: doneSentence(action, after), ...(isUndoable(action) ? { undo: () => undo(after) } : {}) });

  return (
    <div className={styles.case}>
      <title>{`${view.caseNumber} – Rinnalla`}</title>
      <div className="no-print">
        <LinkButton kind="quiet" icon={IconArrowLeft} to={paths.referrals}>
          {t.back}
        </LinkButton>
      </div>
      <h1 ref={heading} tabIndex={-1} className="visually-hidden">
        {t.title(shortNameOf(view))}
      </h1>
      <CaseIdentity view={view} />
      <div className={`${styles.front} ${isFlashing ? styles.flash : ''}`}>
        {view.recordSince && (
          <Panel title={t.recordTitle}>
            <p>{t.record}</p>
          </Panel>
        )}
        {view.goal && <GoalQuote goal={view.goal} />}
        {!view.recordSince && <NextStep view={view} />}
        <ActionPanel view={view} open={open} onOpen={setOpen} onDone={done} />
      </div>
      {!view.recordSince && <ReferOn view={view} />}
      <Tabs
        label={t.tabs}
        tabs={tabs}
        selected={tab}
        onSelect={(id) => {
          setWriteTo(undefined);
          setTab(id);
        }}
      />
    </div>
  );
};
