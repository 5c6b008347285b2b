import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import type { Language, Localized } from '@rinnalla/shared/kernel/localized';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useLanguage } from '../../i18n/language.js';
import { formatEuros, formatList, formatNumber } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { type Fact, Facts } from '../../ui/facts.js';
import { Panel } from '../../ui/panel.js';
import { isWritten, LocalizedText } from './localized-text.js';
import { useTerms } from './vocabulary.js';

type Texts = (typeof catalogueTexts)['fi']['facts'];

/** `3–5`, `3`, or nothing when neither end is known. */
const rangeText = (min: number | null, max: number | null, language: Language): string | undefined => {
  const written = [min, max].filter((end) => end !== null).map((end) => formatNumber(end, language));
  return written.length === 0 ? undefined : [...new Set(written)].join('–');
};

const intensityText = ({ intensity }: PublicServiceView, t: Texts, language: Language): string => {
  const days = rangeText(intensity.daysPerWeekMin, intensity.daysPerWeekMax, language);
  const hours = rangeText(intensity.hoursPerDayMin, intensity.hoursPerDayMax, language);
  return [days && t.daysPerWeek(days), hours && t.hoursPerDay(hours)].filter(Boolean).join(', ');
};

const durationText = (service: PublicServiceView, t: Texts, language: Language): string => {
  const weeks = rangeText(
    service.durationWeeksMin ?? service.durationWeeksTypical,
    service.durationWeeksMax,
    language,
  );
  return weeks ? t.weeks(weeks) : t.openEnded;
};

/** How it is in practice: way, rhythm, help, price. Only what is known. */
export const PracticalFacts = ({ service }: { service: PublicServiceView }) => {
  const { facts: t, page } = useTexts(catalogueTexts);
  const language = useLanguage();
  const { nameOf, namesOf } = useTerms();
  const text = (name: string, value: Localized): Fact[] =>
    isWritten(value) ? [{ name, value: <LocalizedText text={value} /> }] : [];
  const listed = (name: string, value: string): Fact[] => (value ? [{ name, value }] : []);
  const groupForm = nameOf('groupForm', service.groupForm);
  const intensity = intensityText(service, t, language);

  const facts: Fact[] = [
    ...listed(t.modes, namesOf('deliveryModes', service.deliveryModes)),
    ...listed(t.group, service.groupSizeMax ? t.groupSize(groupForm, service.groupSizeMax) : groupForm),
    ...(intensity ? listed(t.intensity, intensity) : text(t.intensity, service.intensity.text)),
    ...listed(t.duration, durationText(service, t, language)),
    ...listed(
      t.languages,
      namesOf(
        'languages',
        service.languages.map(({ code }) => code),
      ),
    ),
    ...listed(t.interpretation, nameOf('interpretation', service.interpretation)),
    ...listed(t.support, namesOf('support', service.support)),
    ...listed(t.accessibility, namesOf('accessibility', service.accessibility)),
    ...listed(t.fee, service.clientFeeCents === 0 ? t.free : formatEuros(service.clientFeeCents, language)),
    ...text(t.benefits, service.benefitsEffect),
    ...text(t.eligibility, service.eligibility),
    ...text(t.notSuitable, service.notSuitableWhen),
    ...text(t.outcome, service.outcomePromise),
    ...listed(t.competences, formatList(service.competences, language)),
    ...listed(t.cards, namesOf('cards', service.cards)),
    ...listed(t.basis, namesOf('statutoryBasis', service.statutoryBases)),
  ];
  return (
    <Panel title={page.practical}>
      <Facts facts={facts} columns />
      {service.bindingPossible && <p>{page.planBinding}</p>}
    </Panel>
  );
};
