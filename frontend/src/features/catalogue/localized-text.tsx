import { inLanguage, type Localized } from '@rinnalla/shared/kernel/localized';
import { useLanguage } from '../../i18n/language.js';

/** A text in the reader's language, else in the one it has, marked with its language so that it is read aloud right. */
export const LocalizedText = ({ text }: { text: Localized }) => {
  const reader = useLanguage();
  const { text: shown, language } = inLanguage(text, reader);
  return language === reader ? shown : <span lang={language}>{shown}</span>;
};

export const isWritten = (text: Localized): boolean => Object.values(text).some(Boolean);
