import type { ContactWay, Need, PlanType } from '@rinnalla/shared/client/needs';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { type DisclosedField, type Reading, visibleTo } from '@rinnalla/shared/referral/disclosure';
import type { ReceiverCard } from '@rinnalla/shared/referral/referral';

/** Everything that a card could show; what the database did not give is null. */
export interface CardSource {
  firstName: string | null;
  surname: string | null;
  identityCode: string | null;
  contact: { way: ContactWay; phone: string | null; email: string | null; wishes: string | null } | null;
  goal: string | null;
  needs: Need[];
  background: string | null;
  agreed: string | null;
  planType: PlanType;
  planExtract: string | null;
  binding: boolean;
  language: string;
  ageBand: string | null;
  municipality: string | null;
  /** The area in which the service works. */
  areaName: Localized | null;
  contactWishes: string | null;
  nonDisclosure: boolean;
}

/** The card as one reader at one stage has it: a field outside the stage is absent. */
export const presentCard = (source: CardSource, reading: Reading): ReceiverCard => {
  const may = visibleTo(reading);
  return {
    ...fieldsOf(may, {
      goal: { goal: source.goal ?? '' },
      needs: { needs: source.needs },
      language: { language: source.language },
    }),
    ...(may.has('givenName') && source.firstName ? { firstName: source.firstName } : {}),
    ...(may.has('surname') && source.surname
      ? { surname: source.surname, nonDisclosure: source.nonDisclosure }
      : {}),
    ...fieldsOf(may, {
      agreedSoFar: { background: source.background, agreed: source.agreed },
      planType: { planType: source.planType },
      planExtract: { planExtract: source.planExtract },
      binding: { binding: source.binding },
      ageBand: { ageBand: source.ageBand },
      municipality: { municipality: source.municipality },
      contactWishes: { contactWishes: source.contactWishes },
      identityCode: { identityCode: source.identityCode },
    }),
    ...(may.has('serviceArea') && source.areaName ? { areaName: source.areaName } : {}),
    ...(may.has('safeContact') && source.contact ? { contact: contactOf(source.contact, may) } : {}),
  };
};

const fieldsOf = (
  may: ReadonlySet<DisclosedField>,
  fields: Partial<Record<DisclosedField, ReceiverCard>>,
): ReceiverCard =>
  Object.assign(
    {},
    ...Object.entries(fields).map(([field, shown]) => (may.has(field as DisclosedField) ? shown : {})),
  ) as ReceiverCard;

const contactOf = (
  { way, phone, email, wishes }: NonNullable<CardSource['contact']>,
  may: ReadonlySet<DisclosedField>,
): NonNullable<ReceiverCard['contact']> => ({
  way,
  phone: may.has('phone') ? phone : null,
  email: may.has('email') ? email : null,
  wishes,
});
