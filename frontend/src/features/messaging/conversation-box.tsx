import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { quotedBy } from '@rinnalla/shared/messaging/conversation-line';
import { unsentOf } from '@rinnalla/shared/messaging/outbox';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useEffect, useRef, useState } from 'react';
import { IconGroupOfPeople, IconLock } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { newKey } from '../../platform/call.js';
import { useConnection, useWaitingChanges } from '../../platform/connection.js';
import { Loading } from '../../ui/states.js';
import { PinnedAgreements } from './agreements/pinned-agreements.js';
import { FileDrop } from './attachments/file-drop.js';
import { useComposerFiles } from './attachments/use-composer-files.js';
import { BoxActs } from './box-acts.js';
import { Composer } from './composer.js';
import { ComposerTools } from './composer-tools.js';
import { ConversationLog } from './conversation-log.js';
import styles from './conversation.module.css';
import type { ConversationMemory } from './conversation-memory.js';
import { DraftElsewhere } from './draft-elsewhere.js';
import { QuotedInBox } from './quotation.js';
import { PresenceLine } from './presence-line.js';
import { useConversation, useConversationMemory } from './use-conversation.js';
import { usePresence } from './use-presence.js';
import { useServerDraft } from './use-server-draft.js';

interface ConversationBoxProps {
  view: ConversationView;
  /** The reader asked to write here: the field takes focus as it appears. */
  takesFocus: boolean;
  onFocusTaken: () => void;
  /** The message that the reader was led to. */
  showSeq?: number | undefined;
}

/** One audience's log and its field. Its frame says who reads: white for both sides, yellow and dashed for one's own. */
export const ConversationBox = ({ view, takesFocus, onFocusTaken, showSeq }: ConversationBoxProps) => {
  const t = useTexts(messagingTexts);
  const words = t[view.audience];
  const tools = useTexts(conversationToolTexts);
  const language = useLanguage();
  const memory = useConversationMemory();
  const { driver, snapshot } = useConversation(view);
  const [draft, setDraft] = useState(() => beginningOf(memory, view));
  const files = useComposerFiles(view);
  const [quoted, setQuoted] = useState(() => memory.quotedIn(view.id));
  const box = useRef<HTMLElement>(null);
  const unsentCount = unsentOf(snapshot.conversation.echoes).length;
  const { online, live } = useConnection();
  const isCut = !online || live === 'lost';
  const { others, writes } = usePresence(view.id);
  const serverDraft = useServerDraft(view, draft, !isCut, unsentCount > 0);
  useWaitingChanges(unsentCount);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.querySelector('textarea')?.focus();
    onFocusTaken();
  }, [takesFocus, onFocusTaken]);

  const changeDraft = (text: string): void => {
    if (text !== '') writes();
    memory.keepDraft(view.id, text);
    setDraft(text);
  };
  const quote = (seq: number | undefined): void => {
    memory.keepQuote(view.id, seq);
    setQuoted(seq);
    box.current?.querySelector('textarea')?.focus();
  };
  const quotedLine = quotedBy({ quotes: quoted }, snapshot.conversation.lines);
  const names = view.organizations.map(({ name }) => inLanguage(name, language).text);
  const isInternal = view.audience === 'internal';
  const Icon = isInternal ? IconLock : IconGroupOfPeople;

  return (
    <section
      ref={box}
      className={`${styles.box} ${isInternal ? styles.internal : styles.shared}`}
      aria-label={words.heading}
    >
      <header className={styles.header}>
        <Icon className={styles.audienceIcon} aria-hidden />
        <div className={styles.who}>
          <h3>{words.heading}</h3>
          <p className={styles.audience}>{words.audience(formatList(names, language))}</p>
        </div>
        {snapshot.phase === 'open' && <BoxActs view={view} driver={driver} snapshot={snapshot} />}
      </header>
      {view.audience === 'shared' && snapshot.phase !== 'opening' && (
        <PinnedAgreements lines={snapshot.conversation.lines} view={view} />
      )}
      {snapshot.phase === 'opening' && !snapshot.fetchFailed ? (
        <Loading rows={3} />
      ) : (
        <ConversationLog
          view={view}
          driver={driver}
          snapshot={snapshot}
          showSeq={showSeq}
          onTakeBack={(text, parts) => {
            changeDraft(draft ? `${draft}\n${text}` : text);
            files.giveBack(parts?.attachmentIds ?? []);
            if (parts?.quotes !== undefined) quote(parts.quotes);
          }}
          onQuote={quote}
        />
      )}
      <PresenceLine view={view} others={others} />
      <div role="status" className={styles.state}>
        {snapshot.phase === 'closed' && <p className={styles.notice}>{t.closed}</p>}
        {snapshot.phase !== 'closed' && isCut && <p className={styles.notice}>{t.cut(unsentCount)}</p>}
        {snapshot.phase !== 'closed' && !isCut && snapshot.fetchFailed && (
          <p className={styles.notice}>{t.fetchFailed}</p>
        )}
        {snapshot.phase !== 'closed' && !view.writable && <p className={styles.notice}>{t.notWritable}</p>}
      </div>
      {serverDraft.elsewhere !== undefined && (
        <DraftElsewhere
          text={serverDraft.elsewhere}
          onTake={(text) => {
            changeDraft(text);
            serverDraft.decided();
          }}
          onKeep={serverDraft.decided}
        />
      )}
      {snapshot.phase !== 'closed' && view.writable && (
        <FileDrop onFiles={files.add}>
          <Composer
            view={view}
            draft={draft}
            state={serverDraft.isSaved ? tools.draft.saved : undefined}
            tools={
              <ComposerTools
                view={view}
                onInsert={(text) => changeDraft(draft ? `${draft}\n${text}` : text)}
                onSendBeside={(words, parts) => driver.write(newKey(), words, parts)}
              />
            }
            attachments={files.area}
            quotation={
              quotedLine && <QuotedInBox line={quotedLine} view={view} onDrop={() => quote(undefined)} />
            }
            fileNames={files.names}
            mayBeEmpty={files.mayBeEmpty}
            onChange={changeDraft}
            onSend={(body, parts) => {
              const attachmentIds = files.take();
              if (!attachmentIds) return;
              changeDraft('');
              if (quotedLine) quote(undefined);
              driver.write(newKey(), body, {
                ...parts,
                ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
                ...(quotedLine ? { quotes: quotedLine.seq } : {}),
              });
            }}
          />
        </FileDrop>
      )}
    </section>
  );
};

/** What stood in the field of this tab, else what the server keeps; once this tab has saved, only its own. */
const beginningOf = (memory: ConversationMemory, view: ConversationView): string => {
  const own = memory.draftOf(view.id);
  if (own !== '' || memory.savedDraftOf(view.id)) return own;
  const kept = view.draft?.body ?? '';
  memory.keepDraft(view.id, kept);
  if (view.draft) memory.draftSaved(view.id, view.draft);
  return kept;
};
