import type { EntryView } from './conversation-entry.js';
import { type ConversationLine, isWords, writeEntry } from './conversation-line.js';
import { type Echo, type OutboxAction, stepOutbox } from './outbox.js';

/**
 * The browser's side of a conversation, pure: what has come, what is shown, what waits. The same code runs in the app
 * and in the tests that break connections (docs/delivery.md, rules 4 and 6–9).
 */
export interface ConversationState {
  /** The reader: own words are never unread. */
  readonly personId: string;
  /** The log has been applied up to here, without a gap. */
  readonly lastSeq: number;
  /** The highest number heard of, by whatever way. */
  readonly heardSeq: number;
  readonly lines: readonly ConversationLine[];
  /** Came too early: applied when what is missing before them has come. */
  readonly held: ReadonlyMap<number, EntryView>;
  readonly echoes: readonly Echo[];
  readonly lastReadSeq: number;
  /** How far each organization has read, by its id. */
  readonly readUpTo: Readonly<Record<string, number>>;
}

export type ConversationAction =
  | OutboxAction
  /** Pushed or fetched: in any order, any of them again. */
  | { type: 'entriesCame'; entries: readonly EntryView[] }
  /** A number was told without its entry, on watching or in an acknowledgement. */
  | { type: 'seqHeard'; seq: number }
  | { type: 'readMarked'; lastReadSeq: number }
  /** The reader wants to come back to it: the one way in which the mark moves back. */
  | { type: 'unreadMarked'; lastReadSeq: number };

export const openConversation = (personId: string, lastReadSeq = 0): ConversationState => ({
  personId,
  lastSeq: 0,
  heardSeq: 0,
  lines: [],
  held: new Map(),
  echoes: [],
  lastReadSeq,
  readUpTo: {},
});

export const stepConversation = (state: ConversationState, action: ConversationAction): ConversationState => {
  switch (action.type) {
    case 'entriesCame':
      return apply(state, action.entries);
    case 'seqHeard':
      return hear(state, action.seq);
    case 'readMarked':
      return action.lastReadSeq > state.lastReadSeq ? { ...state, lastReadSeq: action.lastReadSeq } : state;
    case 'unreadMarked':
      return action.lastReadSeq < state.lastReadSeq ? { ...state, lastReadSeq: action.lastReadSeq } : state;
    case 'sendAccepted': {
      // Its entry may have come before the acknowledgement, and then the echo is gone already.
      const echoes =
        action.seq <= state.lastSeq
          ? withoutEcho(state.echoes, action.clientMessageId)
          : stepOutbox(state.echoes, action);
      return hear({ ...state, echoes }, action.seq);
    }
    default:
      return { ...state, echoes: stepOutbox(state.echoes, action) };
  }
};

const hear = (state: ConversationState, seq: number): ConversationState =>
  seq > state.heardSeq ? { ...state, heardSeq: seq } : state;

const withoutEcho = (echoes: readonly Echo[], clientMessageId: string): readonly Echo[] =>
  echoes.filter((echo) => echo.clientMessageId !== clientMessageId);

/** Applies seq = last + 1, drops ≤ last, holds > last + 1 until the rest has been fetched. */
const apply = (state: ConversationState, came: readonly EntryView[]): ConversationState => {
  const held = new Map(state.held);
  for (const entry of came) if (entry.seq > state.lastSeq) held.set(entry.seq, entry);
  const lines = [...state.lines];
  const readUpTo = { ...state.readUpTo };
  const arrived = new Set<string>();
  let { lastSeq, heardSeq } = state;
  for (const seq of held.keys()) heardSeq = Math.max(heardSeq, seq);
  for (let entry = held.get(lastSeq + 1); entry; entry = held.get(lastSeq + 1)) {
    writeEntry(lines, entry);
    if (entry.kind === 'message' && entry.sender.personId === state.personId)
      arrived.add(entry.clientMessageId);
    if (entry.kind === 'read')
      readUpTo[entry.organizationId] = Math.max(readUpTo[entry.organizationId] ?? 0, entry.upTo);
    held.delete(entry.seq);
    lastSeq = entry.seq;
  }
  const echoes =
    arrived.size === 0 ? state.echoes : state.echoes.filter((echo) => !arrived.has(echo.clientMessageId));
  return { ...state, held, lines, readUpTo, lastSeq, heardSeq, echoes };
};

/** After which number to fetch; undefined while nothing is known to be missing. */
export const fetchSinceOf = (state: ConversationState): number | undefined =>
  state.heardSeq > state.lastSeq ? state.lastSeq : undefined;

/** Derived, never counted up: words of others after the read mark that have not been removed. */
export const unreadLinesOf = (state: ConversationState): readonly ConversationLine[] =>
  state.lines.filter(
    (line) =>
      line.seq > state.lastReadSeq &&
      isWords(line) &&
      line.body !== null &&
      line.sender.personId !== state.personId,
  );

/** The number to mark as read when everything on the screen has been seen; undefined: nothing new. */
export const readableUpTo = (state: ConversationState): number | undefined => {
  const last = state.lines.at(-1)?.seq ?? 0;
  return last > state.lastReadSeq ? last : undefined;
};

/** The farthest that an organization other than the reader's has read. */
export const readByOthersUpTo = (state: ConversationState, ownOrganizationId: string): number =>
  Math.max(0, ...Object.entries(state.readUpTo).map(([id, seq]) => (id === ownOrganizationId ? 0 : seq)));
