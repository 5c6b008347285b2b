import { lazyTexts } from './lazy-texts.js';

export const referralTexts = lazyTexts({
  fi: async () => (await import('./referral.fi.js')).fi,
  sv: async () => (await import('./referral.sv.js')).sv,
  en: async () => (await import('./referral.en.js')).en,
});
