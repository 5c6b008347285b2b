import { lazyTexts } from './lazy-texts.js';

export const notificationTexts = lazyTexts({
  fi: async () => (await import('./notification.fi.js')).fi,
  sv: async () => (await import('./notification.sv.js')).sv,
  en: async () => (await import('./notification.en.js')).en,
});
