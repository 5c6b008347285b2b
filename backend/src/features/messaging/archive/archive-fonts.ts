import { createRequire } from 'node:module';

const files = createRequire(import.meta.url);
/** Each script of the face is a file of its own; what none of them has is printed as a question mark. */
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

/** Source Sans 3, the face of the screens, embedded: a file in an archive must not wait for a reader's fonts. */
export class ArchiveFonts {
  private readonly covered = new Map<number, Script | undefined>();

  constructor(private readonly document: FontDocument) {
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
    for (const letter of text) {
      const script = letter === '\n' ? undefined : this.scriptOf(letter);
      const font =
        letter === '\n' ? (runs.at(-1)?.font ?? nameOf('latin', weight)) : nameOf(script ?? 'latin', weight);
      const written = script || letter === '\n' ? letter : '?';
      const last = runs.at(-1);
      if (last?.font === font) last.text += written;
      else runs.push({ text: written, font });
    }
    return runs;
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
