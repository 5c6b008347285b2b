import type { Language } from '@rinnalla/shared/kernel/localized';
import { createContext, useContext } from 'react';

const WritingLanguageContext = createContext<Language>('fi');
/** The language in which the form's texts are being written now; it is not the reader's own. */
export const WritingLanguageProvider = WritingLanguageContext.Provider;
export const useWritingLanguage = (): Language => useContext(WritingLanguageContext);
