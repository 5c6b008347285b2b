import { z } from 'zod';
import { languages, localizedView } from '../kernel/localized.js';

/** `easyFi` is selkokieli: Finnish in adapted, easy language. */
export const disclosureLanguages = [...languages, 'easyFi'] as const;
export type DisclosureLanguage = (typeof disclosureLanguages)[number];

export const disclosureTextBody = localizedView.extend({ easyFi: z.string().optional() });
export type DisclosureTextBody = z.output<typeof disclosureTextBody>;

/** Puts names in a text's places: `{recipient}`, `{service}`. A place without a name stays as it is. */
export const fillText = (text: string, names: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => names[name] ?? place);
