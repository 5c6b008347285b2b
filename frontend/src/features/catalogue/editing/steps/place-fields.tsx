import { useWatch } from 'react-hook-form';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { CheckboxField, CheckboxListField, SelectField } from '../../../../ui/form/choice-fields.js';
import { NumberField } from '../../../../ui/form/text-fields.js';
import { useTerms } from '../../vocabulary.js';
import styles from '../service-editor.module.css';
import { MunicipalitiesField } from './municipalities-field.js';

/** Where and how the service is given. */
export const PlaceFields = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const { optionsOf } = useTerms();
  const nationwide: unknown = useWatch({ name: 'nationwide' });
  return (
    <>
      <CheckboxField name="nationwide" label={t.nationwide} />
      {nationwide !== true && <MunicipalitiesField />}
      <CheckboxListField name="deliveryModes" label={t.deliveryModes} options={optionsOf('deliveryModes')} />
      <SelectField name="groupForm" label={t.groupForm} options={optionsOf('groupForm')} />
      <NumberField name="groupSizeMax" label={t.groupSizeMax} optional />
      <div className={styles.pair}>
        <NumberField name="intensity.daysPerWeekMin" label={t.daysPerWeekMin} optional />
        <NumberField name="intensity.daysPerWeekMax" label={t.daysPerWeekMax} optional />
      </div>
      <div className={styles.pair}>
        <NumberField name="intensity.hoursPerDayMin" label={t.hoursPerDayMin} optional />
        <NumberField name="intensity.hoursPerDayMax" label={t.hoursPerDayMax} optional />
      </div>
      <div className={styles.pair}>
        <NumberField name="durationWeeksMin" label={t.durationWeeksMin} optional />
        <NumberField name="durationWeeksMax" label={t.durationWeeksMax} optional />
      </div>
      <CheckboxListField name="support" label={t.support} optional options={optionsOf('support')} />
      <CheckboxListField
        name="accessibility"
        label={t.accessibility}
        optional
        options={optionsOf('accessibility')}
      />
    </>
  );
};
