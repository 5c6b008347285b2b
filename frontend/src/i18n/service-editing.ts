import { lazyTexts } from './lazy-texts.js';

export const serviceEditingTexts = lazyTexts({
  fi: async () => (await import('./service-editing.fi.js')).fi,
  sv: async () => (await import('./service-editing.sv.js')).sv,
  en: async () => (await import('./service-editing.en.js')).en,
});
