import { lazyTexts } from './lazy-texts.js';

export const conversationListTexts = lazyTexts({
  fi: async () => (await import('./conversation-list.fi.js')).fi,
  sv: async () => (await import('./conversation-list.sv.js')).sv,
  en: async () => (await import('./conversation-list.en.js')).en,
});
