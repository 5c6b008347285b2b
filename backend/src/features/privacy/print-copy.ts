import PDFDocument from 'pdfkit';
import type { Language } from '@rinnalla/shared/kernel/localized';
import type { CopySection } from './client-copy.presenter.js';

export interface PrintedCopy {
  title: string;
  lead: string[];
  sections: CopySection[];
  /** Said where a section has no line. */
  none: string;
  language: Language;
}

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** The letters of Windows-1252 beyond Latin-1 that the standard fonts have. */
const furtherLetters = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const isPrintable = (letter: string): boolean => letter <= '\u00ff' || furtherLetters.includes(letter);

/** What the standard fonts lack loses its mark, or becomes a question mark: the copy as a file has every letter. */
export const printable = (text: string): string =>
  [...text].map((letter) => (isPrintable(letter) ? letter : bareOf(letter))).join('');
const bareOf = (letter: string): string => {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return [...bare].every(isPrintable) ? bare : '?';
};

/** A4 on paper, tagged for screen readers: headings, and each line as a paragraph. */
export const printCopy = ({ title, lead, sections, none, language }: PrintedCopy): Promise<Buffer> => {
  const document = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: locales[language],
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: title, Creator: 'Rinnalla', Producer: 'Rinnalla' },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const put = (tag: string, font: string, size: number, text: string, gap: number): void => {
    document.addStructure(
      document.struct(tag, {}, () => {
        document.font(font).fontSize(size).text(printable(text), { paragraphGap: gap });
      }),
    );
  };
  put('H1', 'Helvetica-Bold', 20, title, 8);
  for (const sentence of lead) put('P', 'Helvetica', 11, sentence, 4);
  for (const { title: heading, lines } of sections) {
    document.moveDown(0.8);
    put('H2', 'Helvetica-Bold', 14, heading, 6);
    if (lines.length === 0) put('P', 'Helvetica', 11, none, 4);
    for (const { name, value } of lines) {
      put('P', 'Helvetica-Bold', 11, name, 0);
      put('P', 'Helvetica', 11, value, 6);
    }
  }
  document.end();
  return written;
};
