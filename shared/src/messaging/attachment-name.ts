import { attachmentLimits, type AttachmentType, attachmentTypes } from './attachment-rules.js';
import { byteLengthOf } from './message-rules.js';

/** Ends that say what to do with a file on somebody's machine; none of them survives inside a name either. */
const telling = new Set([
  ...Object.values(attachmentTypes).flatMap(({ extension, also }): string[] => [extension, ...also]),
  ...'exe com scr pif bat cmd ps1 vbs vbe js jse wsf wsh hta msi msp jar lnk url reg dll cpl sh app apk html htm xhtml svg xml php asp aspx jsp py pl rb zip rar 7z gz iso img doc docm dot dotm xls xlsm rtf odm gif heic heif'.split(
    ' ',
  ),
]);
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name under which everybody sees and saves the file: no path, no control or direction-changing character, one
 * extension, and that of what the bytes are. Letters of any language stay.
 */
export const safeFileName = (given: string, type: AttachmentType): string => {
  const { extension } = attachmentTypes[type];
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // How a browser's form writes a quotation mark and line ends in a name.
    .replace(/%(22|0D|0A)/gi, '_')
    // Controls, format characters (direction marks, joiners), halves of characters, private and unassigned ones.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*%;&$`]/g, '_')
    .replace(/\s+/g, ' ')
    .trim();
  const base = withoutEnds(plain).replace(/^[.\s~-]+|[.\s]+$/g, '');
  const shortened = cut(base, attachmentLimits.maxNameBytes - extension.length - 1).trim();
  return `${shortened === '' || reserved.test(shortened) ? 'liite' : shortened}.${extension}`;
};

/** By bytes: that is what file systems count. Never in the middle of a character. */
const cut = (text: string, bytes: number): string => {
  let kept = '';
  for (const character of text) {
    if (byteLengthOf(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
};

/** `lasku.pdf.exe` is `lasku`; `muistio 1.2` stays. */
const withoutEnds = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot >= 0 &&
    telling.has(
      name
        .slice(dot + 1)
        .trim()
        .toLowerCase(),
    )
    ? withoutEnds(name.slice(0, dot))
    : name;
};
