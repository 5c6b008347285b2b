import { lazyTexts } from './lazy-texts.js';

export const messagingTexts = lazyTexts({
  fi: async () => (await import('./messaging.fi.js')).fi,
  sv: async () => (await import('./messaging.sv.js')).sv,
  en: async () => (await import('./messaging.en.js')).en,
});
