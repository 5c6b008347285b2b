import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  firstScreenKb: number;
  routeKb: number;
}

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

const screenFile = /\/(?:app\/joined\/[\w-]+-screen|features\/[\w/-]+-page)\.tsx$/;
const textFile = /\/i18n\/[\w-]+\.(fi|sv|en)\.ts$/;

/**
 * Fails the build when a screen's JavaScript outgrows its budget (gzipped kilobytes): what every visit loads, the first
 * screen with it, and what each further one adds; both with the longest language's texts.
 */
export const bundleBudget = ({ firstScreenKb, routeKb }: Budget): Plugin => ({
  name: 'bundle-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
    const entry = chunks.find((chunk) => chunk.isEntry);
    const screens = chunks.filter(
      ({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && screenFile.test(facadeModuleId ?? ''),
    );
    if (!entry) return this.error('no entry');

    const firstLoad = new Set(closure(entry, bundle));
    const firstKb = kilobytes([...firstLoad, ...longestTexts(firstLoad, bundle)]);
    this.info(`first screen ${firstKb} kB of ${firstScreenKb}`);
    if (firstKb > firstScreenKb)
      this.error(`first screen is ${firstKb} kB, at most ${firstScreenKb} allowed`);

    for (const screen of screens) {
      const own = closure(screen, bundle).filter((chunk) => !firstLoad.has(chunk));
      const added = kilobytes([...own, ...longestTexts(own, bundle)]);
      this.info(`${screen.name} adds ${added} kB of ${routeKb}`);
      if (added > routeKb) this.error(`${screen.fileName} adds ${added} kB, at most ${routeKb} allowed`);
    }
  },
});

/** A chunk and everything it imports statically. */
const closure = (chunk: Chunk, bundle: Bundle, seen = new Set<Chunk>()): Chunk[] => {
  if (seen.has(chunk)) return [];
  seen.add(chunk);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') closure(imported, bundle, seen);
  }
  return [...seen];
};

/** A reader loads the texts of one language: the heaviest stands for them all. */
const longestTexts = (chunks: Iterable<Chunk>, bundle: Bundle): Chunk[] => {
  const byLanguage = new Map<string, Set<Chunk>>();
  for (const name of [...chunks].flatMap(({ dynamicImports }) => dynamicImports)) {
    const texts = bundle[name];
    const language = texts?.type === 'chunk' && textFile.exec(texts.facadeModuleId ?? '')?.[1];
    if (!language) continue;
    byLanguage.set(language, (byLanguage.get(language) ?? new Set()).add(texts));
  }
  const packs = [...byLanguage.values()].map((pack) => [...pack]);
  return packs.sort((one, other) => kilobytes(other) - kilobytes(one))[0] ?? [];
};

const kilobytes = (chunks: Iterable<Chunk>): number =>
  Math.round([...chunks].reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 100) / 10;
