import { useState } from 'react';
import { useController } from 'react-hook-form';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { uiTexts } from '../../../../i18n/ui.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { QuietButton, SecondaryButton } from '../../../../ui/buttons.js';
import { useFieldParts } from '../../../../ui/form/form.js';
import formStyles from '../../../../ui/form/form.module.css';
import { useTerms } from '../../vocabulary.js';
import { useEditingOptions } from '../editing-terms.js';
import styles from '../service-editor.module.css';

interface Spoken {
  code: string;
  level: string;
}

/** Languages that the service is given in, each with how well it is spoken. */
export const LanguagesField = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts('languages', t.languages);
  const { field } = useController({ name: 'languages' });
  const { nameOf, optionsOf } = useTerms();
  const { languageLevels } = useEditingOptions();
  const [adding, setAdding] = useState('');
  const spoken = (field.value as Spoken[] | undefined) ?? [];
  const rest = optionsOf('languages').filter(({ value }) => !spoken.some(({ code }) => code === value));
  const add = (): void => {
    if (!adding) return;
    field.onChange([...spoken, { code: adding, level: 'fluent' }]);
    setAdding('');
  };
  return (
    <fieldset className={formStyles.group} aria-describedby={sentence ? `${id}-refusal` : undefined}>
      <legend>{t.languages}</legend>
      <div className={styles.fields}>
        {spoken.length > 0 && (
          <ul className={styles.spoken}>
            {spoken.map(({ code, level }) => (
              <li key={code}>
                <strong>{nameOf('languages', code)}</strong>
                <select
                  className={`${formStyles.select} ${formStyles.short}`}
                  aria-label={t.languageLevel(nameOf('languages', code))}
                  value={level}
                  onChange={(event) =>
                    field.onChange(
                      spoken.map((each) => (each.code === code ? { code, level: event.target.value } : each)),
                    )
                  }
                >
                  {languageLevels.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
                <QuietButton onClick={() => field.onChange(spoken.filter((each) => each.code !== code))}>
                  {ui.remove(nameOf('languages', code))}
                </QuietButton>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.adder}>
          <label>
            {t.addLanguage}
            <select id={id} value={adding} onChange={(event) => setAdding(event.target.value)}>
              <option value="">{ui.choose}</option>
              {rest.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <SecondaryButton onClick={add} accessibleName={t.addLanguage}>
            {t.add}
          </SecondaryButton>
        </div>
        {sentence && (
          <span id={`${id}-refusal`} className={formStyles.refusal}>
            {sentence}
          </span>
        )}
      </div>
    </fieldset>
  );
};
