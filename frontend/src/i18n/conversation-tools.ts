import { lazyTexts } from './lazy-texts.js';

export const conversationToolTexts = lazyTexts({
  fi: async () => (await import('./conversation-tools.fi.js')).fi,
  sv: async () => (await import('./conversation-tools.sv.js')).sv,
  en: async () => (await import('./conversation-tools.en.js')).en,
});
