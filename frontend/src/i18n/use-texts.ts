import type { Language } from '@rinnalla/shared/kernel/localized';
import { use } from 'react';
import { useLanguage } from './language.js';
import type { LazyTexts } from './lazy-texts.js';

/** A feature's texts in the reader's language: `const t = useTexts(catalogueTexts)`. Waits for lazy ones. */
export const useTexts = <Texts>(texts: Record<Language, Texts> | LazyTexts<Texts>): Texts => {
  const language = useLanguage();
  return 'load' in texts ? use(texts.load(language)) : texts[language];
};
