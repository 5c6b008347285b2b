import type { Language } from '@rinnalla/shared/kernel/localized';
import { useLanguage } from './language.js';

/** A feature's texts in the reader's language: `const t = useTexts(catalogueTexts)`. */
export const useTexts = <Texts>(texts: Record<Language, Texts>): Texts => texts[useLanguage()];
