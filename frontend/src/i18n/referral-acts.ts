import { lazyTexts } from './lazy-texts.js';

export const actTexts = lazyTexts({
  fi: async () => (await import('./referral-acts.fi.js')).fi,
  sv: async () => (await import('./referral-acts.sv.js')).sv,
  en: async () => (await import('./referral-acts.en.js')).en,
});
