import { lazyTexts } from './lazy-texts.js';

export const attachmentTexts = lazyTexts({
  fi: async () => (await import('./attachment.fi.js')).fi,
  sv: async () => (await import('./attachment.sv.js')).sv,
  en: async () => (await import('./attachment.en.js')).en,
});
