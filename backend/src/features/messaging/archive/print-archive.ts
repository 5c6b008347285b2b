import PDFDocument from 'pdfkit';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { EmbeddedFonts, type Weight } from '../../../platform/pdf/embedded-fonts.js';
import type { Paragraph } from './archive-paragraphs.js';
import { archiveTexts } from './archive-texts.js';

export interface ArchiveSection {
  heading: string;
  readers: string;
  paragraphs: readonly Paragraph[];
}
export interface Archive {
  language: Language;
  caseNumber: string;
  facts: readonly { name: string; value: string }[];
  printed: string;
  at: Date;
  sections: readonly ArchiveSection[];
}

const margin = 56;
const ink = '#1a1a1a';
const soft = '#4d4d4d';
const styles: Record<
  Paragraph['kind'],
  { size: number; weight: Weight; color: string; indent: number; before: number }
> = {
  byline: { size: 10, weight: 600, color: ink, indent: 0, before: 10 },
  words: { size: 11, weight: 400, color: ink, indent: 0, before: 1 },
  aside: { size: 10, weight: 400, color: soft, indent: 14, before: 2 },
  event: { size: 10, weight: 400, color: soft, indent: 0, before: 10 },
};

/** A4 pages with the case number and the page on each. Holds the whole document: the footer counts the pages. */
export const printArchive = async (archive: Archive): Promise<Buffer> => {
  const t = archiveTexts[archive.language];
  const title = t.title(archive.caseNumber);
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    bufferPages: true,
    lang: archive.language,
    displayTitle: true,
    info: { Title: title, Creator: 'Rinnalla', CreationDate: archive.at },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const fonts = new EmbeddedFonts(
    document as unknown as ConstructorParameters<typeof EmbeddedFonts>[0],
    archive.language,
  );
  const write = (text: string, { size, weight, color, indent, before }: (typeof styles)['words']): void => {
    document.y += before;
    const runs = fonts.runsOf(text, weight);
    document.fillColor(color).fontSize(size);
    document.x = margin + indent;
    runs.forEach((run, index) => {
      const place = {
        width: document.page.width - 2 * margin - indent,
        lineGap: 2,
        continued: index < runs.length - 1,
      };
      document.font(run.font).text(run.text, place);
    });
    document.x = margin;
  };

  write(title, { size: 18, weight: 600, color: ink, indent: 0, before: 0 });
  for (const { name, value } of archive.facts) write(`${name}: ${value}`, { ...styles.words, before: 4 });
  write(archive.printed, { ...styles.aside, indent: 0, before: 4 });
  for (const { heading, readers, paragraphs } of archive.sections) {
    write(heading, { size: 14, weight: 600, color: ink, indent: 0, before: 22 });
    write(readers, { ...styles.aside, indent: 0 });
    for (const paragraph of paragraphs) {
      // Who said it does not stand alone at the foot of a page.
      if (paragraph.kind === 'byline' && document.y > document.page.height - margin - 64) document.addPage();
      write(paragraph.text, styles[paragraph.kind]);
    }
    if (paragraphs.length === 0) write(t.empty, styles.aside);
  }

  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    // Below the margin, where the text may not flow on to a new page.
    document.page.margins.bottom = 0;
    const [run] = fonts.runsOf(`${archive.caseNumber} · ${t.page(page + 1, count)}`, 400);
    if (run)
      document
        .font(run.font)
        .fontSize(9)
        .fillColor(soft)
        .text(run.text, margin, document.page.height - margin, { lineBreak: false });
  }
  document.end();
  return done;
};
