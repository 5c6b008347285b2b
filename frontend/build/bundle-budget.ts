import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  /** The screen that a newcomer meets first, by the end of its file's name. */
  firstScreen: string;
  firstScreenKb: number;
  routeKb: number;
}

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

/**
 * Fails the build when a screen's JavaScript outgrows its budget (gzipped kilobytes): the first screen is counted
 * with everything it loads, each further one with what it adds.
 */
export const bundleBudget = ({ firstScreen, firstScreenKb, routeKb }: Budget): Plugin => ({
  name: 'bundle-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
    const entry = chunks.find((chunk) => chunk.isEntry);
    const screens = chunks.filter(
      (chunk) => chunk.isDynamicEntry && chunk.facadeModuleId?.endsWith('-page.tsx'),
    );
    const first = screens.find((chunk) => chunk.facadeModuleId?.endsWith(firstScreen));
    if (!entry || !first) return this.error(`no chunk for ${firstScreen}`);

    const firstLoad = new Set([...closure(entry, bundle), ...closure(first, bundle)]);
    const firstKb = kilobytes(firstLoad);
    this.info(`first screen ${firstKb} kB of ${firstScreenKb}`);
    if (firstKb > firstScreenKb)
      this.error(`first screen is ${firstKb} kB, at most ${firstScreenKb} allowed`);

    for (const screen of screens) {
      const added = kilobytes(closure(screen, bundle).filter((chunk) => !firstLoad.has(chunk)));
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

const kilobytes = (chunks: Iterable<Chunk>): number =>
  Math.round([...chunks].reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 100) / 10;
