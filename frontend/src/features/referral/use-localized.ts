import { inLanguage, type Localized } from '@rinnalla/shared/kernel/localized';
import { useLanguage } from '../../i18n/language.js';

/** The text in the reader's language, else in one that it has. */
export const useLocalized = (): ((text: Localized) => string) => {
  const language = useLanguage();
  return (text) => inLanguage(text, language).text;
};
