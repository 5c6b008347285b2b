import { categories } from '@rinnalla/shared/catalogue/categories';
import {
  accessibilityFeatures,
  deliveryModes,
  serviceLanguages,
  supportFeatures,
  workCards,
} from '@rinnalla/shared/catalogue/practicalities';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import type { Term } from '@rinnalla/shared/catalogue/vocabulary';
import { languages, type Language } from '@rinnalla/shared/kernel/localized';

/** Texts of one language by weight: A name, B keywords and kind, C summary and facts, D the rest. */
interface WeightedTexts {
  a: string;
  b: string;
  c: string;
  d: string;
}

/** What `app.search_document` takes. */
export type SearchTexts = Record<Language, WeightedTexts> & { plain: string };

const labels = (terms: readonly Term[], codes: readonly (string | null)[], language: Language): string[] =>
  terms.filter((term) => codes.includes(term.code)).map((term) => term.label[language]);

const joined = (...parts: (string | undefined | readonly string[])[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' ? [part] : (part ?? [])))
    .filter(Boolean)
    .join(' . ');

/** Small letters without dots and accents, as the fuzzy match compares them. */
export const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The texts by which a service is found: full text by language and weight, and the words that a mistyped one is compared with. */
export const searchTextsOf = (
  content: ServiceContent,
  organizationNames: readonly string[],
): { texts: SearchTexts; words: string } => {
  const of = (language: Language): WeightedTexts => ({
    a: joined(content.title[language], content.alternativeTitle[language]),
    b: joined(
      content.keywords[language],
      labels(categories, [content.category], language),
      labels(workCards, content.cards, language),
      language === 'fi' ? content.competences : undefined,
    ),
    c: joined(
      content.summary[language],
      labels(targetGroups, content.targetGroups, language),
      labels(supportFeatures, content.support, language),
      labels(accessibilityFeatures, content.accessibility, language),
      labels(deliveryModes, content.deliveryModes, language),
      labels(
        serviceLanguages,
        content.languages.map(({ code }) => code).filter((code) => code !== 'fi'),
        language,
      ),
    ),
    d: joined(content.description[language], content.eligibility[language], content.howToGetIn[language]),
  });
  const names = languages.flatMap((language) =>
    joined(content.title[language], content.alternativeTitle[language], content.keywords[language]),
  );
  const kinds = languages.flatMap((language) => labels(categories, [content.category], language));
  return {
    texts: {
      fi: of('fi'),
      sv: of('sv'),
      en: of('en'),
      plain: joined(names, content.competences, organizationNames),
    },
    words: plainOf(
      joined(
        names,
        content.competences,
        kinds,
        labels(targetGroups, content.targetGroups, 'fi'),
        organizationNames,
      ),
    ),
  };
};
