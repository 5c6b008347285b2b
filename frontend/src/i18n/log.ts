import { lazyTexts } from './lazy-texts.js';

export const logTexts = lazyTexts({
  fi: async () => (await import('./log.fi.js')).fi,
  sv: async () => (await import('./log.sv.js')).sv,
  en: async () => (await import('./log.en.js')).en,
});
