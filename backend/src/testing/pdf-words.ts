import { inflateSync } from 'node:zlib';

/**
 * All words of a PDF as its reader may copy them, whichever of its fonts they are set in: each piece of text is read by
 * every table from glyphs to letters that the file has, and as plain bytes.
 */
export const pdfWords = (pdf: Buffer): string => {
  const streams = streamsOf(pdf);
  const tables = streams.filter((stream) => /beginbf(range|char)/.test(stream)).map(lettersOf);
  const lines = streams.flatMap((stream) =>
    [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) => hex).join(''),
    ),
  );
  const byTable = tables.map((table) =>
    lines.map((hex) =>
      (hex.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph.toLowerCase()) ?? '').join(''),
    ),
  );
  return [lines.map((hex) => Buffer.from(hex, 'hex').toString('latin1')), ...byTable]
    .map((all) => all.join('\n'))
    .join('\n');
};

const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

const lettersOf = (stream: string): Map<string, string> => {
  const table = new Map<string, string>();
  const word = (hex: string): string =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  // A ligature stands for several letters, with a space between.
  for (const [, first = '', letters = ''] of stream.matchAll(
    /<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi,
  ))
    [...letters.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], index) =>
      table.set(
        (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'),
        word(hex.replaceAll(' ', '')),
      ),
    );
  return table;
};
