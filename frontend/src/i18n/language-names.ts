import type { Language } from '@rinnalla/shared/kernel/localized';

/** The name of any language (`so`) in the reader's own; the code when the browser does not know it. */
export const languageNameOf = (code: string, language: Language): string => {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
    return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`;
  } catch {
    return code;
  }
};
