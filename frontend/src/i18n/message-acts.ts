import { lazyTexts } from './lazy-texts.js';

export const messageActTexts = lazyTexts({
  fi: async () => (await import('./message-acts.fi.js')).fi,
  sv: async () => (await import('./message-acts.sv.js')).sv,
  en: async () => (await import('./message-acts.en.js')).en,
});
