import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bundleBudget } from './build/bundle-budget.js';
import { precompress } from './build/precompress.js';
import { zodWithoutJsonSchema } from './build/zod-without-json-schema.js';

const sharedSource = fileURLToPath(new URL('../shared/src', import.meta.url));
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    react(),
    zodWithoutJsonSchema(),
    bundleBudget({ firstScreenKb: 220, routeKb: 60 }),
    precompress(),
  ],
  resolve: {
    alias: [
      { find: /^@rinnalla\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` },
      {
        find: /^zod$/,
        replacement: fileURLToPath(new URL('src/platform/zod-without-eval.ts', import.meta.url)),
      },
    ],
  },
  server: {
    proxy: { '/api': { target: api }, '/socket.io': { target: api, ws: true } },
  },
  build: {
    target: 'es2022',
    // A data: URI would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every visit needs in one file: a phone far from the server waits for each request, not for each kilobyte.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
});
