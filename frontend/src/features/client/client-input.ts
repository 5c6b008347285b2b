import { type ClientView, changedClientInput, newClientInput } from '@rinnalla/shared/client/client-routes';
import { z } from 'zod';

type Fields = Record<string, unknown>;

const nullIfEmpty = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? null : value;
const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, nullIfEmpty(value)]));

const required: readonly string[] = ['firstName', 'surname', 'goal'];

/** What a form holds as empty text counts as not given; what an order forbids to keep is left out. */
const cleaned = (values: unknown): unknown => {
  const { contact, ...fields } = values as Fields & { contact: Fields };
  const given = withoutEmpty(fields);
  for (const name of required) given[name] ??= '';
  // Never shown again, so an untouched field keeps what is on record.
  if (given['identityCode'] === null) delete given['identityCode'];
  return {
    ...given,
    homeMunicipality: given['nonDisclosure'] ? null : given['homeMunicipality'],
    nonDisclosureUntil: given['nonDisclosure'] ? given['nonDisclosureUntil'] : null,
    contact: withoutEmpty(contact),
  };
};

export const newClientForm = z.preprocess(cleaned, newClientInput);
export const changedClientForm = z.preprocess(cleaned, changedClientInput);

/** What the form begins with. */
export const clientValues = (client: ClientView | undefined, municipality: string | null) => ({
  firstName: client?.firstName ?? '',
  surname: client?.surname ?? '',
  language: client?.language ?? 'fi',
  birthYear: client?.birthYear ?? null,
  identityCode: '',
  goal: client?.goal ?? '',
  needs: [...(client?.needs ?? [])],
  planType: client?.planType ?? 'none',
  nonDisclosure: client?.nonDisclosure ?? false,
  nonDisclosureUntil: client?.nonDisclosureUntil ?? null,
  homeMunicipality: client ? client.homeMunicipality : municipality,
  contact: {
    way: client?.contact.way ?? 'phone',
    phone: client?.contact.phone ?? '',
    email: client?.contact.email ?? '',
    wishes: client?.contact.wishes ?? '',
  },
  ...(client ? { version: client.version } : {}),
});
