import { limits } from '@rinnalla/shared/catalogue/service-content';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { CheckboxField, CheckboxListField, SelectField } from '../../../../ui/form/choice-fields.js';
import { LocalizedField } from '../../../../ui/form/localized-fields.js';
import { NumberField } from '../../../../ui/form/text-fields.js';
import { useTerms } from '../../vocabulary.js';
import styles from '../service-editor.module.css';
import { LanguagesField } from './languages-field.js';

/** For whom the service is. */
export const AudienceFields = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const { optionsOf } = useTerms();
  return (
    <>
      <CheckboxListField name="targetGroups" label={t.targetGroups} options={optionsOf('targetGroups')} />
      <div className={styles.pair}>
        <NumberField name="ageMin" label={t.ageMin} optional />
        <NumberField name="ageMax" label={t.ageMax} optional />
      </div>
      <LanguagesField />
      <SelectField name="interpretation" label={t.interpretation} options={optionsOf('interpretation')} />
      <CheckboxField name="easyLanguage" label={t.easyLanguage} />
      <LocalizedField
        name="eligibility"
        label={t.eligibility}
        hint={t.eligibilityHint}
        optional
        max={limits.description}
        rows={3}
      />
      <LocalizedField
        name="notSuitableWhen"
        label={t.notSuitableWhen}
        hint={t.notSuitableHint}
        optional
        max={limits.shortText}
        rows={2}
      />
    </>
  );
};
