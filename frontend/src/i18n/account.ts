import { lazyTexts } from './lazy-texts.js';

export const accountTexts = lazyTexts({
  fi: async () => (await import('./account.fi.js')).fi,
  sv: async () => (await import('./account.sv.js')).sv,
  en: async () => (await import('./account.en.js')).en,
});
