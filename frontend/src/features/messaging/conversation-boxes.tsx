import type { Audience, ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useHotkeys } from '../../platform/hotkeys.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Tabs } from '../../ui/tabs.js';
import { ConversationBox } from './conversation-box.js';
import styles from './conversation.module.css';
import { useConversationMemory } from './use-conversation.js';

/** What a list or a search led to: a box, and a message in it. */
interface Wanted {
  audience?: Audience;
  seq?: number;
}

interface ConversationBoxesProps {
  views: readonly ConversationView[];
  writeTo: Audience | undefined;
}

/**
 * Two boxes never alike, one at a time. Leaving a box with text in it asks what to do with the text: a note never
 * becomes a message by itself.
 */
export const ConversationBoxes = ({ views, writeTo }: ConversationBoxesProps) => {
  const t = useTexts(messagingTexts);
  const memory = useConversationMemory();
  const wanted = useLocation().state as Wanted | null;
  const [selected, setSelected] = useState<Audience>(
    writeTo ?? wanted?.audience ?? views[0]?.audience ?? 'shared',
  );
  const [asking, setAsking] = useState<Audience>();
  /** Remounts the boxes' fields when a text was moved under them. */
  const [moves, setMoves] = useState(0);
  const [focusing, setFocusing] = useState(writeTo !== undefined);
  const focusTaken = useCallback(() => setFocusing(false), []);
  const viewOf = (audience: Audience): ConversationView | undefined =>
    views.find((view) => view.audience === audience);

  const choose = (audience: Audience): void => {
    const present = viewOf(selected);
    const next = viewOf(audience);
    if (!next || audience === selected) return;
    const bothHaveText = memory.draftOf(next.id) !== '';
    if (present && memory.draftOf(present.id) !== '' && next.writable && !bothHaveText) setAsking(audience);
    else setSelected(audience);
  };
  const answer = (move: boolean): void => {
    const [from, to] = [viewOf(selected), asking && viewOf(asking)];
    if (move && from && to) {
      memory.keepDraft(to.id, memory.draftOf(from.id));
      memory.keepDraft(from.id, '');
      setMoves((count) => count + 1);
    }
    if (asking) setSelected(asking);
    setAsking(undefined);
  };
  const write = (audience: Audience): void => {
    setFocusing(true);
    choose(audience);
  };
  useHotkeys(
    [
      { key: 'v', label: t.hotkeys.message, act: () => write('shared') },
      { key: 'm', label: t.hotkeys.note, act: () => write('internal') },
    ],
    { heading: t.hotkeys.heading },
  );

  return (
    <div className={styles.boxes}>
      <Tabs
        label={t.boxes}
        selected={selected}
        onSelect={(id) => choose(id === 'internal' ? 'internal' : 'shared')}
        tabs={views.map((view) => ({
          id: view.audience,
          label: t[view.audience].tab,
          count: view.audience === selected ? 0 : view.unread,
          countLabel: t.unread(view.unread),
          content: (
            <ConversationBox
              key={`${view.id}-${moves}`}
              view={view}
              takesFocus={focusing && !asking}
              onFocusTaken={focusTaken}
              showSeq={wanted?.audience === view.audience ? wanted.seq : undefined}
            />
          ),
        }))}
      />
      {asking && (
        <Dialog
          title={t.moveTitle}
          onClose={() => setAsking(undefined)}
          actions={
            <>
              <PrimaryButton onClick={() => answer(false)}>{t.leave}</PrimaryButton>
              <SecondaryButton onClick={() => answer(true)}>{t.move}</SecondaryButton>
            </>
          }
        >
          <p>{asking === 'internal' ? t.moveToInternal : t.moveToShared}</p>
        </Dialog>
      )}
    </div>
  );
};
