import type { EntryOf, EntryView, Mention, Sender } from './conversation-entry.js';
import type { MessageCard } from './message-card.js';

/** A text that stood in a message before an edit. */
export interface EarlierText {
  body: string;
  at: string;
}

/** Who says that an item of a checklist is done, and since when. */
export interface Tick {
  item: number;
  sender: Sender;
  at: string;
}

interface WrittenLine {
  seq: number;
  at: string;
  sender: Sender;
  /** Null: removed, a tombstone stands. */
  body: string | null;
  /** Removed as written to the wrong case. */
  recalled: boolean;
  mentions: readonly Mention[];
}
export interface MessageLine extends WrittenLine {
  kind: 'message';
  clientMessageId: string;
  /** When the text that stands was written; as `at` unless it was edited. */
  writtenAt: string;
  /** Texts before the edits, oldest first; empty when it was never edited or has been removed. */
  earlier: readonly EarlierText[];
  /** A correction of it stands further down. */
  corrected: boolean;
  card: MessageCard | undefined;
  /** What is done of a checklist, in the order in which it was ticked. */
  ticks: readonly Tick[];
  /** The message that it quotes; none any more when this one was removed. */
  quotes: number | undefined;
  /** Files that were sent with it; none any more when it was removed. */
  attachmentIds: readonly string[];
}
/** New text written after the editing time: it stands in its own place and names what it corrects. */
export interface CorrectionLine extends WrittenLine {
  kind: 'correction';
  concerns: number;
}
export type EventLine = EntryOf<'event'>;
export type ResolutionLine = EntryOf<'resolution'>;

/** What a reader sees of a log: words, steps of the case and what was settled, in the order of their numbers. */
export type ConversationLine = MessageLine | CorrectionLine | EventLine | ResolutionLine;

export const isWords = (line: ConversationLine): line is MessageLine | CorrectionLine =>
  line.kind === 'message' || line.kind === 'correction';

/** Settled until somebody writes or the case moves on. */
export const isResolved = (lines: readonly ConversationLine[]): boolean => {
  const last = lines.at(-1);
  return last?.kind === 'resolution' && last.resolved;
};

/** The message that a line quotes, as it stands now: edited when it was, without words when it was removed. */
export const quotedBy = (
  { quotes }: { quotes?: number | undefined },
  lines: readonly ConversationLine[],
): MessageLine | undefined =>
  quotes === undefined
    ? undefined
    : lines.find((line): line is MessageLine => line.kind === 'message' && line.seq === quotes);

/** Changes `lines` in place by one entry. Entries must come in the order of their numbers, each once. */
export const writeEntry = (lines: ConversationLine[], entry: EntryView): void => {
  switch (entry.kind) {
    case 'message':
      lines.push({
        ...placeOf(entry),
        kind: 'message',
        clientMessageId: entry.clientMessageId,
        writtenAt: entry.at,
        earlier: [],
        corrected: false,
        card: entry.card,
        ticks: [],
        quotes: entry.quotes,
        attachmentIds: entry.attachmentIds ?? [],
      });
      return;
    case 'event':
    case 'resolution':
      lines.push(entry);
      return;
    case 'edit':
      writeEdit(lines, entry);
      return;
    case 'redaction':
      removeWords(lines, entry);
      return;
    case 'tick':
      tickItem(lines, entry);
      return;
    case 'read':
      return;
  }
};

const removeWords = (
  lines: ConversationLine[],
  { concerns, recalled = false }: EntryOf<'redaction'>,
): void => {
  const removed = { body: null, recalled, mentions: [] };
  lines.forEach((line, index) => {
    if (line.kind === 'message' && line.seq === concerns)
      lines[index] = {
        ...line,
        ...removed,
        writtenAt: line.at,
        earlier: [],
        card: undefined,
        ticks: [],
        quotes: undefined,
        attachmentIds: [],
      };
    if (line.kind === 'correction' && line.concerns === concerns) lines[index] = { ...line, ...removed };
  });
};

const tickItem = (lines: ConversationLine[], { concerns, item, done, sender, at }: EntryOf<'tick'>): void => {
  const index = lines.findIndex((line) => line.seq === concerns);
  const message = lines[index];
  if (message?.kind !== 'message') return;
  const others = message.ticks.filter((tick) => tick.item !== item);
  lines[index] = { ...message, ticks: done ? [...others, { item, sender, at }] : others };
};

const writeEdit = (lines: ConversationLine[], entry: EntryOf<'edit'>): void => {
  const index = lines.findIndex((line) => line.seq === entry.concerns);
  const message = lines[index];
  if (message?.kind !== 'message') return;
  if (entry.correction) {
    lines[index] = { ...message, corrected: true };
    const words = message.body === null ? { body: null, recalled: message.recalled, mentions: [] } : {};
    lines.push({ ...placeOf(entry), kind: 'correction', concerns: entry.concerns, ...words });
  } else if (message.body !== null && entry.body !== null) {
    const before = { body: message.body, at: message.writtenAt };
    lines[index] = {
      ...message,
      body: entry.body,
      mentions: entry.mentions ?? [],
      writtenAt: entry.at,
      earlier: [...message.earlier, before],
    };
  }
};

const placeOf = (entry: EntryOf<'message' | 'edit'>): WrittenLine => ({
  seq: entry.seq,
  at: entry.at,
  sender: entry.sender,
  body: entry.body,
  recalled: false,
  mentions: entry.mentions ?? [],
});
