import { z } from 'zod';

/** A code of a closed list and its name in the three languages of the screens. */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly label: { readonly fi: string; readonly sv: string; readonly en: string };
}

type CodeOf<Terms extends readonly Term[]> = Terms[number]['code'];

/** The schema of one code of a list. */
export const codeIn = <const Terms extends readonly Term[]>(terms: Terms) =>
  z.enum(terms.map((term) => term.code) as [CodeOf<Terms>, ...CodeOf<Terms>[]]);

/** The schema of several different codes of a list. */
export const codesIn = <const Terms extends readonly Term[]>(terms: Terms) =>
  z
    .array(codeIn(terms))
    .max(terms.length)
    .transform((codes) => [...new Set(codes)]);

/** The name of a code; the code itself when an older record holds one that the list no longer has. */
export const labelOf = (terms: readonly Term[], code: string, language: 'fi' | 'sv' | 'en'): string =>
  terms.find((term) => term.code === code)?.label[language] ?? code;

export const termView = z.object({
  code: z.string(),
  label: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
});
