import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useLanguage } from '../../../../i18n/language.js';
import { byName } from '../../../../i18n/numbers.js';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { uiTexts } from '../../../../i18n/ui.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { SecondaryButton } from '../../../../ui/buttons.js';
import { ChipList } from '../../../../ui/chips.js';
import { useFieldParts } from '../../../../ui/form/form.js';
import formStyles from '../../../../ui/form/form.module.css';
import { useMunicipalities } from '../../catalogue.queries.js';
import styles from '../service-editor.module.css';

const regionPrefix = 'region:';

/** The municipalities whose people may come; a whole region is added in one press. */
export const MunicipalitiesField = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const { id, sentence } = useFieldParts('municipalities', t.municipalities);
  const { field } = useController({ name: 'municipalities' });
  const { data } = useMunicipalities();
  const [adding, setAdding] = useState('');
  const chosen = (field.value as string[] | undefined) ?? [];
  const sort = byName(language);
  const all = [...(data?.items ?? [])].sort((a, b) => sort(a.name[language], b.name[language]));
  const regionName = (region: { fi: string; sv: string }): string =>
    language === 'sv' ? region.sv : region.fi;
  const regions = [...new Map(all.map(({ region }) => [region.code, regionName(region.name)]))].sort((a, b) =>
    sort(a[1], b[1]),
  );
  const add = (): void => {
    if (!adding) return;
    const added = adding.startsWith(regionPrefix)
      ? all.filter(({ region }) => region.code === adding.slice(regionPrefix.length)).map(({ code }) => code)
      : [adding];
    field.onChange([...new Set([...chosen, ...added])]);
    setAdding('');
  };
  const nameOf = (code: string): string =>
    all.find((municipality) => municipality.code === code)?.name[language] ?? code;

  return (
    <fieldset className={formStyles.group} aria-describedby={sentence ? `${id}-refusal` : undefined}>
      <legend>{t.municipalities}</legend>
      <div className={styles.fields}>
        <ChipList
          label={t.municipalities}
          items={chosen.map((code) => ({ id: code, text: nameOf(code) }))}
          onRemove={(code) => field.onChange(chosen.filter((other) => other !== code))}
        />
        <div className={styles.adder}>
          <label>
            {t.addMunicipality}
            <select id={id} value={adding} onChange={(event) => setAdding(event.target.value)}>
              <option value="">{ui.choose}</option>
              <optgroup label={t.regions}>
                {regions.map(([code, name]) => (
                  <option key={code} value={`${regionPrefix}${code}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t.municipalities}>
                {all
                  .filter(({ code }) => !chosen.includes(code))
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name[language]}
                    </option>
                  ))}
              </optgroup>
            </select>
          </label>
          <SecondaryButton onClick={add} accessibleName={t.addMunicipality}>
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
