import { contactWayLabels, planTypeLabels } from '@rinnalla/shared/client/needs';
import type { ReceiverCard } from '@rinnalla/shared/referral/referral';
import { cardTexts } from '../../i18n/receiver-card.js';
import { languageNameOf } from '../../i18n/language-names.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { type Fact, Facts } from '../../ui/facts.js';
import { NeedList } from './need-list.js';
import { NonDisclosureMark } from './non-disclosure-mark.js';
import { useLocalized } from './use-localized.js';
import { useMunicipalityName } from './use-municipality-name.js';

type MaybeFact = Fact | undefined;

const factOf = (name: string, value: Fact['value'] | null | undefined): MaybeFact =>
  value === null || value === undefined || value === '' ? undefined : { name, value };

/** The name as far as the stage tells it. */
export const useCardName = (): ((card: ReceiverCard) => string) => {
  const t = useTexts(cardTexts);
  return ({ firstName, surname }) => [firstName, surname].filter(Boolean).join(' ') || t.unnamed;
};

const useWhoFacts = (): ((card: ReceiverCard) => MaybeFact[]) => {
  const t = useTexts(cardTexts);
  const language = useLanguage();
  const text = useLocalized();
  const nameOf = useCardName();
  const municipalityName = useMunicipalityName();
  return (card) => [
    factOf(t.name, nameOf(card)),
    factOf(t.ageBand, card.ageBand && t.age(card.ageBand)),
    factOf(t.municipality, card.municipality && municipalityName(card.municipality)),
    factOf(t.area, card.areaName && text(card.areaName)),
    factOf(t.language, card.language && languageNameOf(card.language, language)),
  ];
};

const useContactFacts = (): ((card: ReceiverCard) => MaybeFact[]) => {
  const t = useTexts(cardTexts);
  const language = useLanguage();
  return ({ contact, contactWishes, identityCode }) => [
    factOf(t.contactWishes, contactWishes),
    factOf(t.contactWay, contact && contactWayLabels[contact.way][language]),
    factOf(
      t.phone,
      contact?.phone && <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>,
    ),
    factOf(t.email, contact?.email),
    factOf(t.wishes, contact?.wishes),
    factOf(t.identityCode, identityCode),
  ];
};

interface ReceiverCardFactsProps {
  card: ReceiverCard;
  /** Left out where the screen shows them larger already. */
  without?: readonly ('name' | 'goal' | 'needs')[];
}

/** Everything of a client that a stage tells, and nothing else: a field outside the stage is not in the page. */
export const ReceiverCardFacts = ({ card, without = [] }: ReceiverCardFactsProps) => {
  const t = useTexts(cardTexts);
  const language = useLanguage();
  const who = useWhoFacts();
  const contact = useContactFacts();
  const { goal, needs, binding, planType } = card;
  const facts: MaybeFact[] = [
    without.includes('goal') ? undefined : factOf(t.goal, goal),
    ...(without.includes('name') ? who(card).slice(1) : who(card)),
    without.includes('needs') || !needs?.length ? undefined : factOf(t.needs, <NeedList needs={needs} />),
    factOf(t.background, card.background),
    factOf(t.agreed, card.agreed),
    factOf(t.planType, planType && planTypeLabels[planType][language]),
    factOf(t.planExtract, card.planExtract),
    factOf(t.binding, binding === undefined ? undefined : binding ? t.bindingYes : t.bindingNo),
    ...contact(card),
  ];
  return (
    <>
      {card.nonDisclosure && <NonDisclosureMark />}
      <Facts columns facts={facts.filter((fact) => fact !== undefined)} />
    </>
  );
};
