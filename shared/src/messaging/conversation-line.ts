import type { EntryOf, EntryView, Sender } from './conversation-entry.js';

/** A text that stood in a message before an edit. */
export interface EarlierText {
  body: string;
  at: string;
}

interface WrittenLine {
  seq: number;
  at: string;
  sender: Sender;
  /** Null: removed, a tombstone stands. */
  body: string | null;
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
}
/** New text written after the editing time: it stands in its own place and names what it corrects. */
export interface CorrectionLine extends WrittenLine {
  kind: 'correction';
  concerns: number;
}
export type EventLine = EntryOf<'event'>;

/** What a reader sees of a log: words and steps of the case, in the order of their numbers. */
export type ConversationLine = MessageLine | CorrectionLine | EventLine;

export const isWords = (line: ConversationLine): line is MessageLine | CorrectionLine => line.kind !== 'event';

/** Changes `lines` in place by one entry. Entries must come in the order of their numbers, each once. */
export const writeEntry = (lines: ConversationLine[], entry: EntryView): void => {
  switch (entry.kind) {
    case 'message':
      lines.push({ ...placeOf(entry), kind: 'message', clientMessageId: entry.clientMessageId, writtenAt: entry.at, earlier: [], corrected: false });
      return;
    case 'event':
      lines.push(entry);
      return;
    case 'edit':
      writeEdit(lines, entry);
      return;
    case 'redaction':
      lines.forEach((line, index) => {
        if (line.kind === 'message' && line.seq === entry.concerns) lines[index] = { ...line, body: null, writtenAt: line.at, earlier: [] };
        if (line.kind === 'correction' && line.concerns === entry.concerns) lines[index] = { ...line, body: null };
      });
      return;
    case 'read':
      return;
  }
};

const writeEdit = (lines: ConversationLine[], entry: EntryOf<'edit'>): void => {
  const index = lines.findIndex((line) => line.seq === entry.concerns);
  const message = lines[index];
  if (message?.kind !== 'message') return;
  if (entry.correction) {
    lines[index] = { ...message, corrected: true };
    lines.push({ ...placeOf(entry), kind: 'correction', concerns: entry.concerns, body: message.body === null ? null : entry.body });
  } else if (message.body !== null && entry.body !== null) {
    const before = { body: message.body, at: message.writtenAt };
    lines[index] = { ...message, body: entry.body, writtenAt: entry.at, earlier: [...message.earlier, before] };
  }
};

const placeOf = (entry: EntryOf<'message' | 'edit'>): WrittenLine => ({
  seq: entry.seq,
  at: entry.at,
  sender: entry.sender,
  body: entry.body,
});
