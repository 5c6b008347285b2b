import { lazyTexts } from './lazy-texts.js';

export const screenTexts = lazyTexts({
  fi: async () => (await import('./referral-screens.fi.js')).fi,
  sv: async () => (await import('./referral-screens.sv.js')).sv,
  en: async () => (await import('./referral-screens.en.js')).en,
});
