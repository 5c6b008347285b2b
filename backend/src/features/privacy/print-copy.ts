import PDFDocument from 'pdfkit';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { EmbeddedFonts, type Weight } from '../../platform/pdf/embedded-fonts.js';
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
  const fonts = new EmbeddedFonts(
    document as unknown as ConstructorParameters<typeof EmbeddedFonts>[0],
    language,
  );
  const put = (tag: string, weight: Weight, size: number, text: string, gap: number): void => {
    const runs = fonts.runsOf(text, weight);
    document.addStructure(
      document.struct(tag, {}, () => {
        document.fontSize(size);
        runs.forEach((run, index) =>
          document.font(run.font).text(run.text, { paragraphGap: gap, continued: index < runs.length - 1 }),
        );
      }),
    );
  };
  put('H1', 600, 20, title, 8);
  for (const sentence of lead) put('P', 400, 11, sentence, 4);
  for (const { title: heading, lines } of sections) {
    document.moveDown(0.8);
    put('H2', 600, 14, heading, 6);
    if (lines.length === 0) put('P', 400, 11, none, 4);
    for (const { name, value } of lines) {
      put('P', 600, 11, name, 0);
      put('P', 400, 11, value, 6);
    }
  }
  document.end();
  return written;
};
