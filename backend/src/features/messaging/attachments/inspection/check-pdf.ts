import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { fileRefused } from './refuse-file.js';

const inflated = promisify(inflate);

/** What runs, starts a program, or brings another file along. A form that adds up by itself is among them: see docs/files.md. */
const active = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'XFA',
]);
const endMark = '%%EOF';
/** Room for line ends and what signing programs leave after the end; a second file does not fit in. */
const mostAfterEnd = 64;
const mostObjectStreams = 2_000;
const mostUnpacked = 20 * 1024 * 1024;

/**
 * Refuses a PDF that acts or that nobody can look into. Names are read as a reader reads them (`/J#61vaScript` too), in
 * the open and in compressed object streams; pictures and page texts are not unpacked. At most ten megabytes in memory.
 */
export const checkPdf = async (path: string): Promise<void> => {
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf(endMark, undefined, 'latin1');
  if (end < 0 || bytes.length - end - endMark.length > mostAfterEnd) throw fileRefused('damaged');
  if (!bytes.includes('startxref', 0, 'latin1')) throw fileRefused('damaged');
  judge(namesOutsideStreams(bytes));
  await judgeObjectStreams(bytes);
};

const judge = (names: ReadonlySet<string>): void => {
  if (names.has('Encrypt')) throw fileRefused('encrypted');
  if ([...names].some((name) => active.has(name))) throw fileRefused('activeContent');
};

/** Compressed page texts are noise that may spell anything, so names count only outside of streams. */
const namesOutsideStreams = (bytes: Buffer): Set<string> => {
  const names = new Set<string>();
  let from = 0;
  for (const { start, end } of streamsOf(bytes)) {
    namesIn(bytes.subarray(from, start).toString('latin1'), names);
    from = end;
  }
  namesIn(bytes.subarray(from).toString('latin1'), names);
  return names;
};

const namesIn = (text: string, names: Set<string>): void => {
  for (const [, name = ''] of text.matchAll(/\/([^\s\0()<>[\]{}/%]{1,127})/g)) {
    names.add(
      name.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
  }
};

interface Stream {
  start: number;
  end: number;
}

const streamsOf = function* (bytes: Buffer): Generator<Stream> {
  for (let at = bytes.indexOf('stream', 0, 'latin1'); at >= 0; at = bytes.indexOf('stream', at, 'latin1')) {
    const start = at + 'stream'.length;
    const lineEnd = bytes[start];
    // The word in a text is no stream: that begins on a new line after its dictionary.
    if (
      (lineEnd !== 0x0a && lineEnd !== 0x0d) ||
      bytes.subarray(at - 3, at).equals(Buffer.from('end')) ||
      !bytes.subarray(Math.max(0, at - 8), at).includes('>>')
    ) {
      at = start;
      continue;
    }
    const found = bytes.indexOf('endstream', start, 'latin1');
    const end = found < 0 ? bytes.length : found;
    yield { start: bytes[start] === 0x0d && bytes[start + 1] === 0x0a ? start + 2 : start + 1, end };
    at = end + 'endstream'.length;
  }
};

/** Since PDF 1.5 most objects stand compressed in such streams: a script there would be in plain sight of no search. */
const judgeObjectStreams = async (bytes: Buffer): Promise<void> => {
  let count = 0;
  let unpacked = 0;
  for (const { start, end } of streamsOf(bytes)) {
    const dictionary = bytes.subarray(bytes.lastIndexOf('obj', start, 'latin1'), start).toString('latin1');
    if (!/\/ObjStm\b/.test(dictionary)) continue;
    count += 1;
    if (count > mostObjectStreams) throw fileRefused('tooMuchInside');
    const objects = await unpack(bytes.subarray(start, end), dictionary, mostUnpacked - unpacked);
    unpacked += objects.length;
    const names = new Set<string>();
    namesIn(objects.toString('latin1'), names);
    judge(names);
  }
};

const unpack = async (stream: Buffer, dictionary: string, room: number): Promise<Buffer> => {
  if (!/\/Filter/.test(dictionary)) return stream;
  // Every program that writes object streams packs them so; another packing hides them from this check.
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(\/(?!Filter)|>>)/.test(dictionary))
    throw fileRefused('activeContent');
  try {
    return await inflated(stream, { maxOutputLength: room, finishFlush: 2 });
  } catch (error) {
    throw fileRefused(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuchInside' : 'damaged',
    );
  }
};
