import { helsinkiPieces } from '@rinnalla/shared/kernel/helsinki-time';
import { inLanguage, type Language } from '@rinnalla/shared/kernel/localized';
import {
  type ConversationLine,
  type CorrectionLine,
  type EventLine,
  type MessageLine,
  quotedBy,
} from '@rinnalla/shared/messaging/conversation-line';
import { findReason, reasonKindOf } from '@rinnalla/shared/referral/referral-reasons';
import { type ArchivedQuestion, cardSentence, checklistLines, stepFacts } from './archive-cards.js';
import { type ArchiveTexts, archiveTexts } from './archive-texts.js';

/** One piece of the printed page: who and when, what was said, or what stands for it. */
export interface Paragraph {
  kind: 'byline' | 'words' | 'aside' | 'event';
  text: string;
}

/** Names that stand beside the lines: of organizations by their ids, of files by the message that they went with. */
export interface ArchiveNames {
  organizations: ReadonlyMap<string, string>;
  files: readonly { seq: number; name: string }[];
  /** What was asked in steps of the case. */
  questions: readonly ArchivedQuestion[];
}

export const archiveMoment = (at: string | Date, language: Language): string => {
  const { day, month, year, hour, minute } = helsinkiPieces(new Date(at));
  const clock = `${hour}${language === 'en' ? ':' : '.'}${String(minute).padStart(2, '0')}`;
  return `${day}.${month}.${year} ${archiveTexts[language].at} ${clock}`;
};

/** What a reader sees of a conversation, as paragraphs: the same lines as on the screen, with everything that the screen folds away. */
export const paragraphsOf = (
  lines: readonly ConversationLine[],
  names: ArchiveNames,
  language: Language,
): Paragraph[] => {
  const t = archiveTexts[language];
  const moment = (at: string): string => archiveMoment(at, language);
  return lines.flatMap((line): Paragraph[] => {
    switch (line.kind) {
      case 'message':
        return messageParagraphs(line, lines, names, t, moment);
      case 'correction':
        return [
          {
            kind: 'byline',
            text: `${bylineOf(line, names)}, ${moment(line.at)}. ${t.correction(momentOf(lines, line.concerns, moment))}`,
          },
          ...wordsOf(line, t),
        ];
      case 'event':
        return [
          {
            kind: 'event',
            text: `${stepOf(line, t, language)}. ${line.sender ? `${line.sender.name}, ` : ''}${moment(line.at)}`,
          },
          ...stepFacts(line, names.questions, t, language, moment).map((text) => ({
            kind: 'aside' as const,
            text,
          })),
        ];
      case 'resolution':
        return [
          {
            kind: 'event',
            text: `${line.resolved ? t.settled : t.reopened}. ${line.sender.name}, ${moment(line.at)}`,
          },
        ];
    }
  });
};

const messageParagraphs = (
  line: MessageLine,
  lines: readonly ConversationLine[],
  names: ArchiveNames,
  t: ArchiveTexts,
  moment: (at: string) => string,
): Paragraph[] => [
  {
    kind: 'byline',
    text: `${bylineOf(line, names)}, ${moment(line.at)}${line.earlier.length > 0 ? `. ${t.edited(moment(line.writtenAt))}` : ''}`,
  },
  ...quotedOf(line, lines, names, t, moment),
  ...(line.card?.kind === 'checklist' ? [] : wordsOf(line, t)),
  ...(line.card ? [{ kind: 'aside' as const, text: cardSentence(line.card, t, moment) }] : []),
  ...(line.card?.kind === 'checklist'
    ? checklistLines(line, t, moment).map((text) => ({ kind: 'words' as const, text }))
    : []),
  ...names.files
    .filter(({ seq }) => seq === line.seq && line.body !== null)
    .map(({ name }) => ({ kind: 'aside' as const, text: t.file(name) })),
  ...line.earlier.map(({ body, at }) => ({
    kind: 'aside' as const,
    text: `${t.earlier(moment(at))} ${body}`,
  })),
];

const bylineOf = ({ sender }: MessageLine | CorrectionLine, { organizations }: ArchiveNames): string =>
  [sender.name, organizations.get(sender.organizationId)].filter(Boolean).join(', ');

const wordsOf = ({ body, recalled }: MessageLine | CorrectionLine, t: ArchiveTexts): Paragraph[] =>
  body === null
    ? [{ kind: 'aside', text: recalled ? t.recalled : t.removed }]
    : body === ''
      ? []
      : [{ kind: 'words', text: body }];

/** Which message it answers or speaks to. That one's words stand in their own place. */
const quotedOf = (
  line: MessageLine,
  lines: readonly ConversationLine[],
  names: ArchiveNames,
  t: ArchiveTexts,
  moment: (at: string) => string,
): Paragraph[] => {
  const answered = line.card && 'concerns' in line.card ? line.card.concerns : undefined;
  const pointers = [
    { word: t.answers, message: quotedBy({ quotes: answered }, lines) },
    { word: t.quotes, message: quotedBy(line, lines) },
  ];
  return pointers.flatMap(({ word, message }) =>
    message
      ? [{ kind: 'aside' as const, text: `${word} ${bylineOf(message, names)}, ${moment(message.at)}` }]
      : [],
  );
};

const stepOf = ({ action, reason, facts }: EventLine, t: ArchiveTexts, language: Language): string => {
  if (typeof facts['ownerName'] === 'string') return `${t.steps[action]}: ${facts['ownerName']}`;
  const kind = reasonKindOf[action];
  const found = kind && reason ? findReason(kind, reason) : undefined;
  return found ? `${t.steps[action]}: ${inLanguage(found.label, language).text}` : t.steps[action];
};

const momentOf = (
  lines: readonly ConversationLine[],
  seq: number,
  moment: (at: string) => string,
): string => {
  const found = lines.find((line) => line.seq === seq);
  return found ? moment(found.at) : '';
};
