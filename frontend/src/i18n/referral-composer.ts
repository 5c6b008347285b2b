import { lazyTexts } from './lazy-texts.js';

export const composerTexts = lazyTexts({
  fi: async () => (await import('./referral-composer.fi.js')).fi,
  sv: async () => (await import('./referral-composer.sv.js')).sv,
  en: async () => (await import('./referral-composer.en.js')).en,
});
