import { type Language, languages } from '@rinnalla/shared/kernel/localized';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { loadKnownTexts } from './lazy-texts.js';

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'fi', choose: () => undefined });

/** Names of the languages in themselves, for the menu. */
export const languageNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

const isLanguage = (candidate: string | undefined): candidate is Language =>
  languages.some((language) => language === candidate);

/** The cookie of an earlier choice, else the browser's own language, else Finnish. */
export const startingLanguage = (cookies: string, browserLanguages: readonly string[]): Language => {
  const chosen = /(?:^|; )lang=([a-z]{2})/.exec(cookies)?.[1];
  if (isLanguage(chosen)) return chosen;
  return browserLanguages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fi';
};

/** Keeps the chosen language, tells it to the document and remembers it in a cookie that names nobody. */
export const LanguageProvider = ({ initial, children }: { initial?: Language; children: ReactNode }) => {
  const [language, setLanguage] = useState(
    () => initial ?? startingLanguage(document.cookie, navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    document.cookie = `lang=${next}; path=/; max-age=31536000; samesite=lax`;
    // Without a connection the texts do not come: what is read and half written stays as it is.
    loadKnownTexts(next).then(
      () => setLanguage(next),
      () => undefined,
    );
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
};

export const useLanguage = (): Language => useContext(LanguageContext).language;
export const useLanguageChoice = (): LanguageChoice => useContext(LanguageContext);
