import { useController } from 'react-hook-form';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Option } from './choice-fields.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';
import type { FieldProps } from './text-fields.js';

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

/** One of a long list that has two levels: the device's own control, with its groups. */
export const GroupedSelectField = ({
  name,
  label,
  hint,
  optional,
  groups,
}: FieldProps & { groups: readonly OptionGroup[] }) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const described = [hint && `${id}-hint`, sentence && `${id}-refusal`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {optional && <span className={styles.optional}>({ui.optional})</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      <select
        id={id}
        className={`${styles.select} ${sentence ? styles.refused : ''}`}
        value={(field.value as string | null | undefined) ?? ''}
        onChange={(event) => field.onChange(event.target.value === '' ? undefined : event.target.value)}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={described || undefined}
      >
        <option value="">{ui.choose}</option>
        {groups.map(({ label: group, options }) => (
          <optgroup key={group} label={group}>
            {options.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {sentence && (
        <span id={`${id}-refusal`} className={styles.refusal}>
          {sentence}
        </span>
      )}
    </div>
  );
};
