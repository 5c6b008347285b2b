import { limits } from '@rinnalla/shared/catalogue/service-content';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import formStyles from '../../../../ui/form/form.module.css';
import { LocalizedField } from '../../../../ui/form/localized-fields.js';
import { TextField } from '../../../../ui/form/text-fields.js';
import styles from '../service-editor.module.css';

/** Whom to call, and who answers when that one is away. */
export const ContactFields = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  return (
    <>
      <Contact name="contact" legend={t.contact} />
      <Contact name="substituteContact" legend={t.substitute} />
      <LocalizedField name="alert" label={t.alert} hint={t.alertHint} optional max={limits.alert} />
    </>
  );
};

const Contact = ({ name, legend }: { name: 'contact' | 'substituteContact'; legend: string }) => {
  const { fields: t } = useTexts(serviceEditingTexts);
  return (
    <fieldset className={formStyles.group}>
      <legend>{legend}</legend>
      <div className={styles.fields}>
        <LocalizedField name={`${name}.role`} label={t.role} hint={t.roleHint} max={limits.title} />
        <TextField name={`${name}.name`} label={t.name} optional />
        <TextField name={`${name}.phone`} label={t.phone} type="tel" />
        <TextField name={`${name}.email`} label={t.email} type="email" />
      </div>
    </fieldset>
  );
};
