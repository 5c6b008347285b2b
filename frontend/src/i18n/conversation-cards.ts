import { lazyTexts } from './lazy-texts.js';

export const conversationCardTexts = lazyTexts({
  fi: async () => (await import('./conversation-cards.fi.js')).fi,
  sv: async () => (await import('./conversation-cards.sv.js')).sv,
  en: async () => (await import('./conversation-cards.en.js')).en,
});
