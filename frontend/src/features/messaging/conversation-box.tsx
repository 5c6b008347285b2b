import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { unsentOf } from '@rinnalla/shared/messaging/outbox';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useEffect, useRef, useState } from 'react';
import { IconGroupOfPeople, IconLock } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { newKey } from '../../platform/call.js';
import { useConnection, useWaitingChanges } from '../../platform/connection.js';
import { Loading } from '../../ui/states.js';
import { Composer } from './composer.js';
import { ConversationLog } from './conversation-log.js';
import { useConversationSlots } from './conversation-slots.js';
import styles from './conversation.module.css';
import { useConversation, useConversationMemory } from './use-conversation.js';

interface ConversationBoxProps {
  view: ConversationView;
  /** The reader asked to write here: the field takes focus as it appears. */
  takesFocus: boolean;
  onFocusTaken: () => void;
}

/** One audience's log and its field. Its frame says who reads: white for both sides, yellow and dashed for one's own. */
export const ConversationBox = ({ view, takesFocus, onFocusTaken }: ConversationBoxProps) => {
  const t = useTexts(messagingTexts);
  const words = t[view.audience];
  const language = useLanguage();
  const memory = useConversationMemory();
  const { driver, snapshot } = useConversation(view);
  const [draft, setDraft] = useState(() => memory.draftOf(view.id));
  const { Attachments } = useConversationSlots();
  const box = useRef<HTMLElement>(null);
  const unsentCount = unsentOf(snapshot.conversation.echoes).length;
  const { online, live } = useConnection();
  const isCut = !online || live === 'lost';
  useWaitingChanges(unsentCount);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.querySelector('textarea')?.focus();
    onFocusTaken();
  }, [takesFocus, onFocusTaken]);

  const changeDraft = (text: string): void => {
    memory.keepDraft(view.id, text);
    setDraft(text);
  };
  const names = view.organizations.map(({ name }) => inLanguage(name, language).text);
  const isInternal = view.audience === 'internal';
  const Icon = isInternal ? IconLock : IconGroupOfPeople;

  return (
    <section ref={box} className={`${styles.box} ${isInternal ? styles.internal : styles.shared}`} aria-label={words.heading}>
      <header className={styles.header}>
        <Icon className={styles.audienceIcon} aria-hidden />
        <div>
          <h3>{words.heading}</h3>
          <p className={styles.audience}>{words.audience(formatList(names, language))}</p>
        </div>
      </header>
      {snapshot.phase === 'opening' && !snapshot.fetchFailed ? (
        <Loading rows={3} />
      ) : (
        <ConversationLog view={view} driver={driver} snapshot={snapshot} onTakeBack={(text) => changeDraft(draft ? `${draft}\n${text}` : text)} />
      )}
      <div role="status">
        {snapshot.phase === 'closed' && <p className={styles.notice}>{t.closed}</p>}
        {snapshot.phase !== 'closed' && isCut && <p className={styles.notice}>{t.cut(unsentCount)}</p>}
        {snapshot.phase !== 'closed' && !isCut && snapshot.fetchFailed && <p className={styles.notice}>{t.fetchFailed}</p>}
        {snapshot.phase !== 'closed' && !view.writable && <p className={styles.notice}>{t.notWritable}</p>}
      </div>
      {snapshot.phase !== 'closed' && view.writable && (
        <Composer
          label={words.box}
          submitLabel={words.send}
          draft={draft}
          attachments={Attachments && <Attachments view={view} audience={view.audience} />}
          onChange={changeDraft}
          onSend={(body) => {
            changeDraft('');
            driver.write(newKey(), body);
          }}
        />
      )}
    </section>
  );
};
