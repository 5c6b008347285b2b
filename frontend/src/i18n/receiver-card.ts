import { lazyTexts } from './lazy-texts.js';

export const cardTexts = lazyTexts({
  fi: async () => (await import('./receiver-card.fi.js')).fi,
  sv: async () => (await import('./receiver-card.sv.js')).sv,
  en: async () => (await import('./receiver-card.en.js')).en,
});
