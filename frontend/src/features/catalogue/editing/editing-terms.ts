import { dataRegimes, fundingTypes, reportingDuties } from '@rinnalla/shared/catalogue/funding';
import { languageLevels, referralModes } from '@rinnalla/shared/catalogue/practicalities';
import { urgencyClasses } from '@rinnalla/shared/catalogue/urgency';
import type { Term } from '@rinnalla/shared/catalogue/vocabulary';
import { useLanguage } from '../../../i18n/language.js';
import type { Option } from '../../../ui/form/choice-fields.js';

const lists = {
  dataRegimes,
  fundingTypes,
  reportingDuties,
  languageLevels,
  referralModes,
} as const satisfies Record<string, readonly Term[]>;

/** Options of the lists that only those who write a service meet. */
export const useEditingOptions = (): Record<keyof typeof lists, Option[]> => {
  const language = useLanguage();
  const options = (terms: readonly Term[]): Option[] =>
    terms.map(({ code, label }) => ({ value: code, label: label[language] }));
  return {
    dataRegimes: options(lists.dataRegimes),
    fundingTypes: options(lists.fundingTypes),
    reportingDuties: options(lists.reportingDuties),
    languageLevels: options(lists.languageLevels),
    referralModes: options(lists.referralModes),
  };
};

export const urgencyOptions: Option[] = urgencyClasses.map((code) => ({ value: code, label: code }));
