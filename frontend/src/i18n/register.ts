import { lazyTexts } from './lazy-texts.js';

export const registerTexts = lazyTexts({
  fi: async () => (await import('./register.fi.js')).fi,
  sv: async () => (await import('./register.sv.js')).sv,
  en: async () => (await import('./register.en.js')).en,
});
