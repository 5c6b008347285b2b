import { usualDataRegimeOf } from '@rinnalla/shared/catalogue/funding';
import { accessibilityFeatures, supportFeatures } from '@rinnalla/shared/catalogue/practicalities';
import {
  type ServiceContent,
  type ServiceContentInput,
  serviceContentInput,
} from '@rinnalla/shared/catalogue/service-content';
import { statutoryBases } from '@rinnalla/shared/catalogue/statutory-bases';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import type { Term } from '@rinnalla/shared/catalogue/vocabulary';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { DemonstrationService } from './demonstration-files.js';

/** Words of the demonstration's features that the closed lists call otherwise. */
const listed: Record<string, string> = {
  transport: 'transport_pickup',
  animals: 'animals_present',
  phone: 'phone_only',
};
const cards: Record<string, string> = {
  hygieniapassi: 'hygiene_passport',
  hygieniaosaaminen: 'hygiene_passport',
  työturvallisuuskortti: 'safety_card',
  tulityökortti: 'hot_work',
  tulityöt: 'hot_work',
  EA1: 'first_aid',
  ensiapu: 'first_aid',
  anniskelu: 'alcohol',
  trukkikortti: 'forklift',
};
const duties = ['none', 'start_end', 'attendance', 'monthly', 'full'] as const;

const howToGetIn: Record<DemonstrationService['referral']['mode'], Localized> = {
  referral: {
    fi: 'Omavalmentaja ohjaa sinut palveluun. Kun paikka on luvattu, meiltä soitetaan ja sovitaan ensimmäinen tapaaminen.',
    sv: 'Din egen handledare hänvisar dig hit. När du har fått en plats ringer vi och kommer överens om första mötet.',
    en: 'Your coach refers you. Once a place is promised, we call and agree on the first meeting.',
  },
  both: {
    fi: 'Voit ottaa yhteyttä itse, tai omavalmentaja ohjaa sinut palveluun. Sovimme ensimmäisen tapaamisen puhelimella.',
    sv: 'Du kan kontakta oss själv, eller så hänvisar din egen handledare dig hit. Vi kommer överens om första mötet per telefon.',
    en: 'You can contact us yourself, or your coach refers you. We agree on the first meeting by phone.',
  },
  self: {
    fi: 'Ota yhteyttä suoraan meihin. Ohjausta tai päätöstä ei tarvita.',
    sv: 'Kontakta oss direkt. Du behöver varken hänvisning eller beslut.',
    en: 'Contact us directly. No referral or decision is needed.',
  },
};

const chosen = (terms: readonly Term[], words: readonly string[]): string[] => {
  const codes = words.map((word) => listed[word] ?? word);
  return terms.filter(({ code }) => codes.includes(code)).map(({ code }) => code);
};
const range = (text: string, unit: RegExp): [number | null, number | null] => {
  const found = new RegExp(`(\\d+)(?:–(\\d+))?\\s*${unit.source}`).exec(text);
  const least = found?.[1] ? Number(found[1]) : null;
  return [least, found?.[2] ? Number(found[2]) : least];
};
const strictestDuty = (codes: readonly string[]) =>
  duties[
    Math.max(
      0,
      ...statutoryBases
        .filter(({ code }) => codes.includes(code))
        .map(({ reporting }) => duties.indexOf(reporting)),
    )
  ];

/** A demonstration service as an association would have written it here. */
export const contentOf = (
  service: DemonstrationService,
  contacts: Pick<ServiceContentInput, 'contact' | 'substituteContact'>,
): ServiceContent => {
  const { offering, features, price } = service;
  const bases = service.statutoryBases.length > 0 ? service.statutoryBases : ['none'];
  const [daysPerWeekMin, daysPerWeekMax] = range(offering.intensity, /pv\/vk/);
  const [hoursPerDayMin, hoursPerDayMax] = range(offering.intensity, /h(?:\/pv)?$/);
  const regime = usualDataRegimeOf([service.funding]);
  const given: Partial<Record<keyof ServiceContentInput, unknown>> = {
    title: service.title,
    summary: service.summary,
    description: service.description,
    howToGetIn: howToGetIn[service.referral.mode],
    category: service.category,
    serviceClasses: service.ptv.serviceClasses,
    keywords: service.keywords,
    targetGroups: chosen(targetGroups, service.targetGroups),
    lifeEvents: service.ptv.lifeEvents,
    ageMin: service.age.min,
    ageMax: service.age.max,
    referralMode: service.referral.mode,
    statutoryBases: bases,
    dataRegime: regime,
    reportingDuty: strictestDuty(bases),
    bindingPossible: regime === 'assignment' && bases[0] !== 'none',
    urgencyAccepted: service.urgencyAccepted,
    languages: service.languages.map((code, index) => ({ code, level: index === 0 ? 'native' : 'fluent' })),
    interpretation: features.includes('interpreter') ? 'on_request' : 'none',
    easyLanguage: features.includes('easy_language'),
    deliveryModes: service.deliveryModes,
    groupForm: offering.intake === 'group' ? 'group' : 'individual',
    groupSizeMax: offering.intake === 'group' ? offering.capacity.max : null,
    intensity: {
      daysPerWeekMin,
      daysPerWeekMax,
      hoursPerDayMin,
      hoursPerDayMax,
      text: { fi: offering.intensity },
    },
    durationWeeksTypical: offering.durationWeeks,
    accessibility: chosen(accessibilityFeatures, features),
    support: chosen(supportFeatures, features),
    competences: service.competences,
    cards: [...new Set(service.competences.flatMap((competence) => cards[competence] ?? []))],
    fundingTypes: [service.funding],
    price: price.unit === 'free' ? null : { amountCents: Math.round(price.amount * 100), unit: price.unit },
    nationwide: service.serviceArea === 'nationwide',
    municipalities: service.municipalities.map(({ code }) => code),
    ...contacts,
  };
  return serviceContentInput.parse(given);
};
