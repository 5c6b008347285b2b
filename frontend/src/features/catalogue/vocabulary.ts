import { categories } from '@rinnalla/shared/catalogue/categories';
import {
  accessibilityFeatures,
  deliveryModes,
  groupForms,
  interpretationModes,
  serviceLanguages,
  supportFeatures,
  workCards,
} from '@rinnalla/shared/catalogue/practicalities';
import { statutoryBases } from '@rinnalla/shared/catalogue/statutory-bases';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import { labelOf, type Term } from '@rinnalla/shared/catalogue/vocabulary';
import { useLanguage } from '../../i18n/language.js';
import { formatList } from '../../i18n/numbers.js';

/** The closed lists that a reader meets, by the name of the criterion or field that holds their codes. */
const vocabularies = {
  category: categories,
  targetGroups,
  languages: serviceLanguages,
  deliveryModes,
  support: supportFeatures,
  accessibility: accessibilityFeatures,
  statutoryBasis: statutoryBases,
  groupForm: groupForms,
  interpretation: interpretationModes,
  cards: workCards,
} as const satisfies Record<string, readonly Term[]>;

export type VocabularyName = keyof typeof vocabularies;

/** Names of codes in the reader's language. */
export const useTerms = () => {
  const language = useLanguage();
  const nameOf = (vocabulary: VocabularyName, code: string): string =>
    labelOf(vocabularies[vocabulary], code, language);
  const optionsOf = (vocabulary: VocabularyName): { value: string; label: string }[] =>
    vocabularies[vocabulary].map(({ code, label }) => ({ value: code, label: label[language] }));
  /** "Nuoret ja pitkään työttömänä olleet": names inside a sentence begin with a small letter. */
  const namesOf = (vocabulary: VocabularyName, codes: readonly string[]): string =>
    formatList(
      codes.map((code, position) => {
        const name = nameOf(vocabulary, code);
        return position === 0 || language === 'en'
          ? name
          : name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
      }),
      language,
    );
  return { nameOf, namesOf, optionsOf };
};
