import { lazyTexts } from './lazy-texts.js';

export const clientTexts = lazyTexts({
  fi: async () => (await import('./client.fi.js')).fi,
  sv: async () => (await import('./client.sv.js')).sv,
  en: async () => (await import('./client.en.js')).en,
});
