import { lazyTexts } from './lazy-texts.js';

export const signInServiceTexts = lazyTexts({
  fi: async () => (await import('./sign-in-service.fi.js')).fi,
  sv: async () => (await import('./sign-in-service.sv.js')).sv,
  en: async () => (await import('./sign-in-service.en.js')).en,
});
