import { ZipFile } from 'yazl';

/** A zip with these parts, in this order; `mimetype` is stored plainly, as ODF wants it. */
export const aZip = async (parts: Record<string, string | Buffer>): Promise<Buffer<ArrayBuffer>> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>${content}`;
const contentTypes = (main = docxMime): string =>
  xml(`<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`);

export const docxParts = {
  '[Content_Types].xml': contentTypes(),
  '_rels/.rels': xml('<Relationships/>'),
  'word/document.xml': xml(
    '<w:document><w:body><w:p><w:r><w:t>Annan suunnitelma</w:t></w:r></w:p></w:body></w:document>',
  ),
};
export const odtParts = {
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': xml('<office:document-content/>'),
  'META-INF/manifest.xml': xml('<manifest:manifest/>'),
};

export const aDocx = (more: Record<string, string | Buffer> = {}) => aZip({ ...docxParts, ...more });
export const anOdt = (more: Record<string, string | Buffer> = {}) => aZip({ ...odtParts, ...more });
export const aMacroDocx = () =>
  aZip({
    ...docxParts,
    '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
  });
