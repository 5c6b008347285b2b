import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachmentLimits, type AttachmentType } from '@rinnalla/shared/messaging/attachment-rules';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ByteSearch } from './byte-search.js';
import { fileRefused } from './refuse-file.js';

const mostEntries = 2_000;
/** Text and tables of a document compress well; a small one may do so without being a bomb. */
const smallAnyway = 5 * 1024 * 1024;
const odtMime = 'application/vnd.oasis.opendocument.text';
const docxMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Parts that run, or bring a file of another kind along. */
const activePart =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX|embeddings|Basic|Scripts|macros?)(\/|$)|\.(bin|exe|dll|js|vbs|ole|jar|class|hta|scr)$/i;
const declaration = ['<!DOCTYPE', '<!ENTITY', '<!doctype', '<\0!\0D\0O\0C\0T\0Y\0P\0E'];

/**
 * Opens a zip and says which document it is. Every part is really unpacked, and thrown away: what a zip says of its
 * sizes is the word of whoever made it. Names that lead out of the archive are refused by the reader itself.
 */
export const checkDocument = async (path: string): Promise<Extract<AttachmentType, 'odt' | 'docx'>> => {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
      decodeStrings: true,
    });
  } catch {
    throw fileRefused('damaged');
  }
  try {
    return await readAll(zip);
  } catch (error) {
    throw (error as { name?: string }).name === 'Problem' ? error : fileRefused('damaged');
  } finally {
    zip.close();
  }
};

const readAll = async (zip: ZipFile): Promise<'odt' | 'docx'> => {
  if (zip.entryCount > mostEntries) throw fileRefused('tooMuchInside');
  const seen: Seen = { names: new Set(), bytes: 0, size: zip.fileSize, isOdt: false, isDocx: false };
  for await (const entry of zip.eachEntry()) await readEntry(zip, entry, seen);
  if (seen.isOdt && seen.names.has('content.xml') && seen.names.has('META-INF/manifest.xml')) return 'odt';
  if (seen.isDocx && seen.names.has('word/document.xml')) return 'docx';
  throw fileRefused('typeNotAccepted');
};

interface Seen {
  names: Set<string>;
  bytes: number;
  /** Of the zip itself. */
  size: number;
  isOdt: boolean;
  isDocx: boolean;
}

const readEntry = async (zip: ZipFile, entry: Entry, seen: Seen): Promise<void> => {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw fileRefused('encrypted');
  // Two parts of one name: two programs would each read another one.
  if (seen.names.has(name)) throw fileRefused('damaged');
  const isFirst = seen.names.size === 0;
  seen.names.add(name);
  if (activePart.test(name)) throw fileRefused('activeContent');
  if (name.endsWith('/')) return;
  const search = new ByteSearch(wordsFor(name));
  await pipeline(await zip.openReadStreamPromise(entry), counting(seen, search));
  judge(name, search.found);
  if (isFirst && name === 'mimetype')
    seen.isOdt = search.found.has(odtMime) && entry.uncompressedSize === odtMime.length;
  if (name === '[Content_Types].xml') seen.isDocx = search.found.has(docxMain);
};

const counting = (seen: Seen, search: ByteSearch): Writable =>
  new Writable({
    write: (chunk: Buffer, encoding, done) => {
      seen.bytes += chunk.length;
      const limit = Math.max(smallAnyway, seen.size * attachmentLimits.maxUnpackedRatio);
      if (seen.bytes > Math.min(limit, attachmentLimits.maxUnpackedBytes))
        return done(fileRefused('tooMuchInside'));
      search.write(chunk, encoding, done);
    },
  });

const outside = ['TargetMode="External"', "TargetMode='External'"];
const template = ['attachedTemplate', 'oleObject', 'subDocument', 'frame'];

const wordsFor = (name: string): string[] => {
  if (name === 'mimetype') return [odtMime];
  if (name === '[Content_Types].xml') return [docxMain, 'macroEnabled', 'vbaProject', ...declaration];
  if (name === 'META-INF/manifest.xml') return ['encryption-data', ...declaration];
  if (name.endsWith('.rels')) return [...outside, ...template, ...declaration];
  if (/\.(xml|rdf|xhtml|html?|svg)$/i.test(name))
    return ['DDEAUTO', 'script:event-listener', '<script', ...declaration];
  return ['\x7FELF', 'This program cannot be run in DOS mode'];
};

const judge = (name: string, found: ReadonlySet<string>): void => {
  const has = (words: readonly string[]): boolean => words.some((word) => found.has(word));
  // No office program writes a document type into its parts: only bombs and thieves of files do.
  if (has(declaration) || has(['macroEnabled', 'vbaProject', 'DDEAUTO', 'script:event-listener', '<script']))
    throw fileRefused('activeContent');
  if (has(['\x7FELF', 'This program cannot be run in DOS mode'])) throw fileRefused('activeContent');
  if (has(['encryption-data'])) throw fileRefused('encrypted');
  // A link to a page is a link; a template or an object from elsewhere is fetched without asking.
  if (name.endsWith('.rels') && has(outside) && has(template)) throw fileRefused('activeContent');
};
