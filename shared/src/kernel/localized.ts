import { z } from 'zod';

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageCode = z.enum(languages);

/** A text in the languages it has been written in; at least Finnish or Swedish is there. */
export type Localized = Partial<Record<Language, string>>;

/** Localized text on the way in: each at most `max` characters, Finnish or Swedish required. */
export const localizedText = (max: number) =>
  z
    .strictObject({
      fi: z.string().trim().max(max).optional(),
      sv: z.string().trim().max(max).optional(),
      en: z.string().trim().max(max).optional(),
    })
    .refine((text) => Boolean(text.fi || text.sv), { error: 'required' });

/** Localized text on the way out. */
export const localizedView = z.object({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});

/** The text in the reader's language, else in the first language that it has, with the language told. */
export const inLanguage = (text: Localized, language: Language): { text: string; language: Language } => {
  const found = [language, ...languages].find((candidate) => text[candidate]);
  return { text: (found && text[found]) || '', language: found ?? language };
};
