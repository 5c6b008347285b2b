import { lazyTexts } from './lazy-texts.js';

export const keepingTexts = lazyTexts({
  fi: async () => (await import('./keeping.fi.js')).fi,
  sv: async () => (await import('./keeping.sv.js')).sv,
  en: async () => (await import('./keeping.en.js')).en,
});
