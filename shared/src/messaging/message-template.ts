import { z } from 'zod';
import { acknowledgedKinds } from '../client/sensitive-kinds.js';
import { localizedText } from '../kernel/localized.js';
import type { Role } from '../organization/role.js';

/**
 * What a template may fill in by itself: how the case is called and who talks. Never a client's name or anything of
 * the client: such words are written each time by someone who knows why.
 */
export const templatePlaceholders = [
  'caseNumber',
  'service',
  'ownName',
  'ownOrganization',
  'otherOrganization',
] as const;
export type TemplatePlaceholder = (typeof templatePlaceholders)[number];

const placeholder = /\{([^{}\n]*)\}/g;

/** Names in braces that no template may have. */
export const unknownPlaceholdersIn = (text: string): string[] =>
  [...text.matchAll(placeholder)]
    .map(([, name]) => name ?? '')
    .filter((name) => !(templatePlaceholders as readonly string[]).includes(name));

/** The text with something else for what stands in braces; what becomes nothing stays as it is. */
export const changePlaceholders = (text: string, change: (name: string) => string | undefined): string =>
  text.replace(placeholder, (whole, name: string) => change(name) ?? whole);

/** The text with its placeholders filled in; one whose value is not known stays as it is, for the writer to see. */
export const fillTemplate = (text: string, values: Partial<Record<TemplatePlaceholder, string>>): string =>
  changePlaceholders(text, (name) => values[name as TemplatePlaceholder]);

/** Those who lead or coordinate keep their organization's templates; everyone who meets clients uses them. */
export const mayKeepTemplates = (role: Role): boolean =>
  role === 'coordinator' || role === 'serviceManager' || role === 'providerManager';

const text = (max: number) =>
  localizedText(max).refine(
    (texts) => Object.values(texts).every((one) => unknownPlaceholdersIn(one ?? '').length === 0),
    { error: 'invalid' },
  );

export const templateInput = z.strictObject({
  name: localizedText(80),
  body: text(2_000),
  acknowledged: acknowledgedKinds,
});
