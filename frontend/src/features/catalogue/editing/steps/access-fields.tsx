import { limits } from '@rinnalla/shared/catalogue/service-content';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import {
  CheckboxField,
  CheckboxListField,
  RadioField,
  SelectField,
} from '../../../../ui/form/choice-fields.js';
import { LocalizedField } from '../../../../ui/form/localized-fields.js';
import { useTerms } from '../../vocabulary.js';
import { urgencyOptions, useEditingOptions } from '../editing-terms.js';

/** How to get in, on what ground, and what it means for the client's data and benefits. */
export const AccessFields = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const { optionsOf } = useTerms();
  const options = useEditingOptions();
  return (
    <>
      <RadioField name="referralMode" label={t.referralMode} options={options.referralModes} />
      <LocalizedField
        name="howToGetIn"
        label={t.howToGetIn}
        hint={t.howToGetInHint}
        max={limits.description}
        rows={4}
      />
      <CheckboxListField
        name="statutoryBases"
        label={t.statutoryBases}
        options={optionsOf('statutoryBasis')}
      />
      <RadioField name="dataRegime" label={t.dataRegime} options={options.dataRegimes} />
      <CheckboxListField name="fundingTypes" label={t.fundingTypes} options={options.fundingTypes} />
      <SelectField name="reportingDuty" label={t.reportingDuty} options={options.reportingDuties} />
      <CheckboxListField name="urgencyAccepted" label={t.urgencyAccepted} optional options={urgencyOptions} />
      <CheckboxField name="bindingPossible" label={t.bindingPossible} />
      <LocalizedField
        name="benefitsEffect"
        label={t.benefitsEffect}
        hint={t.benefitsHint}
        optional
        max={limits.shortText}
        rows={2}
      />
    </>
  );
};
