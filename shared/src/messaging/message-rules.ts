import { z } from 'zod';

/** A message's text, in bytes of UTF-8: what the wire and the table carry. */
export const messageMaxBytes = 8 * 1024;

/** Until then an edit replaces the text; later it stands beside it as a correction. */
export const editWindowMs = 5 * 60_000;

/** Entries of one page of a conversation's log. */
export const entriesPageMax = 500;

/** Until then a message sent to the wrong case can be recalled: its text is gone for everyone, its history too. */
export const recallWindowMs = 5 * 60_000;

export const mayRecall = (messageSentAt: Date, at: Date): boolean =>
  at.getTime() - messageSentAt.getTime() <= recallWindowMs;

/** People called by name in one message. */
export const mostMentions = 20;

export const isCorrection = (messageSentAt: Date, editedAt: Date): boolean =>
  editedAt.getTime() - messageSentAt.getTime() > editWindowMs;

export const byteLengthOf = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const fits = (text: string): boolean => byteLengthOf(text) <= messageMaxBytes;
const isStorable = (text: string): boolean => !text.includes('\0');

/** Text as people write it: trimmed, not empty, without the null character that no text column takes. */
export const messageBody = z
  .string()
  .trim()
  .min(1)
  .refine(fits, { error: 'tooLong' })
  .refine(isStorable, { error: 'invalid' });

/** The same beside files, which may speak for themselves. */
export const bodyBesideFiles = z
  .string()
  .trim()
  .refine(fits, { error: 'tooLong' })
  .refine(isStorable, { error: 'invalid' });
