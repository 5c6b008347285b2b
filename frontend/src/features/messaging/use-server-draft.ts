import { Problem } from '@rinnalla/shared/kernel/problem';
import { type ConversationView, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../platform/call.js';
import type { SavedDraft } from './conversation-memory.js';
import { useConversationMemory } from './use-conversation.js';

const quietMs = 1_500;

interface ServerDraft {
  isSaved: boolean;
  /** What another device of the same person has written here since. */
  elsewhere: string | undefined;
  /** The reader has chosen between the two texts. */
  decided: () => void;
}

/**
 * Keeps the text of a box on the server, a moment after the last key and when the box is left. What cannot be saved
 * stays in memory and is tried with the next change, or when the connection is back.
 *
 * @param holds a sent message is still on its way: its draft goes with it, not before
 */
export const useServerDraft = (
  view: ConversationView,
  text: string,
  isConnected: boolean,
  holds: boolean,
): ServerDraft => {
  const memory = useConversationMemory();
  const [saved, setSaved] = useState(() => memory.savedDraftOf(view.id) ?? view.draft ?? nothing);
  const [elsewhere, setElsewhere] = useState<string>();
  const busy = useRef(false);
  const latest = useRef({ text, saved });
  useEffect(() => {
    latest.current = { text, saved };
  });

  const keep = useCallback(
    (draft: SavedDraft): void => {
      memory.draftSaved(view.id, draft);
      setSaved(draft);
    },
    [memory, view.id],
  );
  const save = useCallback(async (): Promise<void> => {
    const { text: body, saved: before } = latest.current;
    if (busy.current || body === before.body) return;
    busy.current = true;
    try {
      keep({ body, version: await saveOver(view, body, before.version, setElsewhere) });
    } catch {
      // Told by the strip when the connection is gone; tried again with the next change.
    } finally {
      busy.current = false;
    }
  }, [keep, view]);

  const differs = text !== saved.body && elsewhere === undefined && !(holds && text === '');
  useEffect(() => {
    if (!differs || !isConnected) return;
    const timer = setTimeout(() => void save(), quietMs);
    return () => clearTimeout(timer);
  }, [differs, isConnected, save, text]);
  useEffect(() => () => void save(), [save]);

  return { isSaved: text !== '' && text === saved.body, elsewhere, decided: () => setElsewhere(undefined) };
};

const nothing: SavedDraft = { body: '', version: 0 };

/** Saves from the version that is known; when another device was there, over what it left, and tells what that was. */
const saveOver = async (
  view: ConversationView,
  body: string,
  version: number,
  tell: (elsewhere: string) => void,
): Promise<number> => {
  const params = { conversationId: view.id };
  const saveFrom = async (known: number): Promise<number> =>
    (await call(messagingRoutes.saveDraft, { params, body: { version: known, body } })).version;
  try {
    return await saveFrom(version);
  } catch (error) {
    if (!(error instanceof Problem) || error.extra.reason !== 'draftChanged') throw error;
    const { conversations } = await call(messagingRoutes.ofReferral, {
      params: { referralId: view.referralId },
    });
    const other = conversations.find(({ id }) => id === view.id)?.draft ?? nothing;
    if (other.body !== '' && other.body !== body) tell(other.body);
    return other.body === body ? other.version : saveFrom(other.version);
  }
};
