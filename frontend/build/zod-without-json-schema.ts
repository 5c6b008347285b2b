import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const describing = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Every schema of Zod carries a method that describes it as JSON Schema. The server's document needs it, the browser
 * never asks: left out, it spares the first screen five kilobytes.
 */
export const zodWithoutJsonSchema = (): Plugin => ({
  name: 'zod-without-json-schema',
  apply: 'build',
  async load(id) {
    if (!describing.test(id)) return null;
    const source = await readFile(id, 'utf8');
    const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name ?? '');
    return [
      `const absent = () => () => { throw new Error('This build describes no schema.'); };`,
      ...names.map((name) => `export const ${name} = absent;`),
      ...(source.includes('export { processSchema as process }')
        ? ['export { processSchema as process };']
        : []),
    ].join('\n');
  },
});
