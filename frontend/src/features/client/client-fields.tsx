import {
  contactWayLabels,
  contactWays,
  needLabels,
  needs,
  planTypeLabels,
  planTypes,
} from '@rinnalla/shared/client/needs';
import { useWatch } from 'react-hook-form';
import { clientTexts } from '../../i18n/client.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMunicipalities } from '../../platform/municipalities.js';
import { CheckboxField, CheckboxListField, SelectField } from '../../ui/form/choice-fields.js';
import { DateField } from '../../ui/form/date-field.js';
import { SensitiveTextNotice } from '../../ui/form/sensitive-text-notice.js';
import { NumberField, TextareaField, TextField } from '../../ui/form/text-fields.js';
import styles from './client.module.css';

/** Who the client is and what they want, in this order of need. */
export const ClientFields = () => {
  const { form: t } = useTexts(clientTexts);
  const language = useLanguage();
  return (
    <>
      <div className={styles.pair}>
        <TextField name="firstName" label={t.firstName} autoComplete="off" />
        <TextField name="surname" label={t.surname} hint={t.surnameHint} autoComplete="off" />
      </div>
      <div>
        <TextareaField name="goal" label={t.goal} hint={t.goalHint} max={300} rows={3} />
        <SensitiveTextNotice name="goal" />
      </div>
      <ContactFields />
      <HomeFields />
      <div className={styles.pair}>
        <SelectField
          name="planType"
          label={t.planType}
          options={planTypes.map((value) => ({ value, label: planTypeLabels[value][language] }))}
        />
        <SelectField
          name="language"
          label={t.language}
          options={Object.entries(t.languages).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <NumberField name="birthYear" label={t.birthYear} hint={t.birthYearHint} optional />
      <CheckboxListField
        name="needs"
        dense
        label={t.needs}
        optional
        options={needs.map((value) => ({ value, label: needLabels[value][language] }))}
      />
      <details className={styles.more}>
        <summary>{t.more}</summary>
        <TextField
          name="identityCode"
          label={t.identityCode}
          hint={t.identityCodeHint}
          optional
          autoComplete="off"
          short
        />
      </details>
    </>
  );
};

const ContactFields = () => {
  const { form: t } = useTexts(clientTexts);
  const language = useLanguage();
  const way = useWatch({ name: 'contact.way' }) as string;
  const needsPhone = way === 'phone' || way === 'text_message';
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          name="contact.way"
          label={t.way}
          options={contactWays.map((value) => ({ value, label: contactWayLabels[value][language] }))}
        />
        {way === 'email' ? (
          <TextField name="contact.email" label={t.email} type="email" autoComplete="off" />
        ) : (
          <TextField
            name="contact.phone"
            label={t.phone}
            type="tel"
            autoComplete="off"
            optional={!needsPhone}
          />
        )}
      </div>
      <TextField name="contact.wishes" label={t.wishes} hint={t.wishesHint} optional autoComplete="off" />
    </>
  );
};

/** Where the client lives is not kept of one under a non-disclosure order (Act 661/2009). */
const HomeFields = () => {
  const { form: t } = useTexts(clientTexts);
  const language = useLanguage();
  const municipalities = useMunicipalities();
  const nonDisclosure = useWatch({ name: 'nonDisclosure' }) as boolean;
  return (
    <>
      <CheckboxField name="nonDisclosure" label={t.nonDisclosure} hint={t.nonDisclosureHint} />
      {nonDisclosure ? (
        <DateField name="nonDisclosureUntil" label={t.nonDisclosureUntil} optional />
      ) : (
        <SelectField
          name="homeMunicipality"
          label={t.municipality}
          options={municipalities.map(({ code, name }) => ({ value: code, label: name[language] }))}
        />
      )}
    </>
  );
};
