import { lazyTexts } from './lazy-texts.js';

export const privacyTexts = lazyTexts({
  fi: async () => (await import('./privacy.fi.js')).fi,
  sv: async () => (await import('./privacy.sv.js')).sv,
  en: async () => (await import('./privacy.en.js')).en,
});
