import { lazyTexts } from './lazy-texts.js';

export const peopleTexts = lazyTexts({
  fi: async () => (await import('./people.fi.js')).fi,
  sv: async () => (await import('./people.sv.js')).sv,
  en: async () => (await import('./people.en.js')).en,
});
