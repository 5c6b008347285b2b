import { type ServiceContent, serviceContentInput } from '@rinnalla/shared/catalogue/service-content';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { z } from 'zod';

type Contact = { role?: object; name?: string | null; phone?: string | null; email?: string | null };

const emptyToNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** A contact of which nothing is written is no contact. */
const contactOf = (given: unknown): unknown => {
  const contact = given as Contact | null | undefined;
  if (!contact) return null;
  const rest = {
    name: emptyToNull(contact.name),
    phone: emptyToNull(contact.phone),
    email: emptyToNull(contact.email),
  };
  const isEmpty = !Object.values(contact.role ?? {}).some(Boolean) && !Object.values(rest).some(Boolean);
  return isEmpty ? null : { role: contact.role ?? {}, ...rest };
};

/** The form's values as the contract wants them: emptied fields become missing ones. */
export const serviceFormSchema = z.preprocess((given) => {
  const values = given as Record<string, unknown>;
  return {
    ...values,
    contact: contactOf(values.contact),
    substituteContact: contactOf(values.substituteContact),
  };
}, serviceContentInput);

/** What the form begins with. */
export const formValuesOf = (
  content: OwnServiceView['content'] | ServiceContent,
): Record<string, unknown> => ({
  ...content,
});

/**
 * The content as far as it can be judged while being written: fields that are still wrong count as missing, so that
 * the preview and the check live with every letter.
 */
export const contentBeingWritten = (values: Record<string, unknown>): ServiceContent => {
  const parsed = serviceFormSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
  const again = serviceFormSchema.safeParse(rest);
  return again.success ? again.data : serviceContentInput.parse({});
};

/** Names of the fields in which two versions differ. */
export const differingFields = (
  mine: ServiceContent,
  theirs: OwnServiceView['content'],
): (keyof ServiceContent)[] =>
  (Object.keys(mine) as (keyof ServiceContent)[]).filter(
    (name) => JSON.stringify(sorted(mine[name])) !== JSON.stringify(sorted(theirs[name])),
  );

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, each]) => [name, sorted(each)]),
  );
};
