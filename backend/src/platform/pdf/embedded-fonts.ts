import { createRequire } from 'node:module';
import type { Language } from '@rinnalla/shared/kernel/localized';

const files = createRequire(import.meta.url);
/** Each script of the face is a file of its own. */
const scripts = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;
type Script = (typeof scripts)[number];
export type Weight = 400 | 600;

interface FontDocument {
  registerFont: (name: string, path: string) => unknown;
  font: (name: string) => unknown;
  /** The font in use, as fontkit opened it. */
  _font?: { font?: { hasGlyphForCodePoint: (code: number) => boolean } };
}

const nameOf = (script: Script, weight: Weight): string => `${script}-${weight}`;

/** What stands on paper for a small picture, which no font of ours has. */
const pictures: Record<Language, string> = { fi: '[kuvake]', sv: '[symbol]', en: '[emoji]' };
const isPicture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** © ® and ™ are letters of the face, and count as pictures only with the mark that asks for one. */
const asPicture = /\ufe0f/u;
const segmenter = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/**
 * Source Sans 3, the face of the screens, embedded: a file in an archive must not wait for a reader's fonts. A letter that
 * it has not loses its marks, a picture becomes a word, and anything else a question mark.
 */
export class EmbeddedFonts {
  private readonly covered = new Map<number, Script | undefined>();

  constructor(
    private readonly document: FontDocument,
    private readonly language: Language,
  ) {
    for (const script of scripts)
      for (const weight of [400, 600] as const)
        document.registerFont(
          nameOf(script, weight),
          files.resolve(`@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`),
        );
  }

  /** The text in stretches, each in a font that has its letters. */
  runsOf(text: string, weight: Weight): { text: string; font: string }[] {
    const runs: { text: string; font: string }[] = [];
    for (const letter of this.printable(text)) {
      const font =
        letter === '\n'
          ? (runs.at(-1)?.font ?? nameOf('latin', weight))
          : nameOf(this.scriptOf(letter) ?? 'latin', weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += letter;
      else runs.push({ text: letter, font });
    }
    return runs;
  }

  /** The text in letters that some font of ours has. */
  printable(text: string): string {
    return [...segmenter.segment(text.normalize('NFC'))]
      .map(({ segment }) => this.printableLetter(segment))
      .join('');
  }

  private printableLetter(letter: string): string {
    if (letter === '\n' || letter === '\r\n') return '\n';
    const isWhole = [...letter].every((part) => this.scriptOf(part));
    if (isWhole && !asPicture.test(letter)) return letter;
    if (isPicture.test(letter) || asPicture.test(letter)) return pictures[this.language];
    const bare = [...letter.normalize('NFD')].filter((part) => !/[\p{M}\p{Cf}]/u.test(part));
    return bare.map((part) => (this.scriptOf(part) ? part : '?')).join('');
  }

  private scriptOf(letter: string): Script | undefined {
    const code = letter.codePointAt(0) ?? 0;
    if (!this.covered.has(code))
      this.covered.set(
        code,
        scripts.find((script) => this.has(script, code)),
      );
    return this.covered.get(code);
  }

  private has(script: Script, code: number): boolean {
    this.document.font(nameOf(script, 400));
    return this.document._font?.font?.hasGlyphForCodePoint(code) ?? false;
  }
}
