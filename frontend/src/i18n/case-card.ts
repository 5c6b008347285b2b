import { lazyTexts } from './lazy-texts.js';

export const caseCardTexts = lazyTexts({
  fi: async () => (await import('./case-card.fi.js')).fi,
  sv: async () => (await import('./case-card.sv.js')).sv,
  en: async () => (await import('./case-card.en.js')).en,
});
