import { useController } from 'react-hook-form';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';
import type { FieldProps } from './text-fields.js';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface OptionsProps extends FieldProps {
  options: readonly Option[];
}

/** What describes a field: its hint and its refusal, by id. */
const describedBy = (
  id: string,
  hint: string | undefined,
  sentence: string | undefined,
): string | undefined =>
  [hint && `${id}-hint`, sentence && `${id}-refusal`].filter(Boolean).join(' ') || undefined;

const Hint = ({ id, text }: { id: string; text: string | undefined }) =>
  text ? (
    <span id={`${id}-hint`} className={styles.hint}>
      {text}
    </span>
  ) : null;

const Refusal = ({ id, text }: { id: string; text: string | undefined }) =>
  text ? (
    <span id={`${id}-refusal`} className={styles.refusal}>
      {text}
    </span>
  ) : null;

interface SelectFieldProps extends OptionsProps {
  /** What stands where nothing is chosen; "choose" unless told. */
  nothing?: string;
}

/** One of a list: the device's own control, which phones and screen readers know best. */
export const SelectField = ({ name, label, hint, optional, options, nothing }: SelectFieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {optional && <span className={styles.optional}>({ui.optional})</span>}
      </label>
      <Hint id={id} text={hint} />
      <select
        id={id}
        className={`${styles.select} ${sentence ? styles.refused : ''}`}
        value={(field.value as string | null | undefined) ?? ''}
        onChange={(event) => field.onChange(event.target.value === '' ? undefined : event.target.value)}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={describedBy(id, hint, sentence)}
      >
        <option value="">{nothing ?? ui.choose}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Refusal id={id} text={sentence} />
    </div>
  );
};

interface RadioFieldProps extends OptionsProps {
  /** Side by side where there is room. */
  columns?: boolean;
}

/** One of a few, all in sight. */
export const RadioField = ({ name, label, hint, optional, options, columns = false }: RadioFieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  return (
    <fieldset className={styles.group} aria-describedby={describedBy(id, hint, sentence)}>
      <legend>
        {label} {optional && <span className={styles.optional}>({ui.optional})</span>}
      </legend>
      <div className={styles.field}>
        <Hint id={id} text={hint} />
        <Refusal id={id} text={sentence} />
        <div className={columns ? styles.choices : undefined}>
          {options.map(({ value, label: text, hint: explained }, position) => (
            <label key={value} className={styles.choice}>
              <input
                type="radio"
                id={position === 0 ? id : undefined}
                name={name}
                value={value}
                checked={field.value === value}
                onChange={() => field.onChange(value)}
              />
              <span className={styles.choiceText}>
                {text}
                {explained && <span className={styles.hint}>{explained}</span>}
              </span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
};

interface CheckboxListFieldProps extends OptionsProps {
  /** For short words: two side by side on a phone. */
  dense?: boolean;
}

/** Any number of a list, all in sight. The value is a list of the options' values. */
export const CheckboxListField = ({
  name,
  label,
  hint,
  optional,
  options,
  dense = false,
}: CheckboxListFieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const chosen = (field.value as string[] | undefined) ?? [];
  const toggle = (value: string, checked: boolean): void =>
    field.onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset className={styles.group} aria-describedby={describedBy(id, hint, sentence)}>
      <legend>
        {label} {optional && <span className={styles.optional}>({ui.optional})</span>}
      </legend>
      <div className={styles.field}>
        <Hint id={id} text={hint} />
        <Refusal id={id} text={sentence} />
        <div className={dense ? styles.denseChoices : styles.choices}>
          {options.map(({ value, label: text, hint: explained }, position) => (
            <label key={value} className={styles.choice}>
              <input
                type="checkbox"
                id={position === 0 ? id : undefined}
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
              />
              <span className={styles.choiceText}>
                {text}
                {explained && <span className={styles.hint}>{explained}</span>}
              </span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
};

/** Yes or not. */
export const CheckboxField = ({ name, label, hint }: FieldProps) => {
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  return (
    <div className={styles.field}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          id={id}
          checked={field.value === true}
          onChange={(event) => field.onChange(event.target.checked)}
          aria-invalid={sentence ? true : undefined}
          aria-describedby={describedBy(id, hint, sentence)}
        />
        <span className={styles.choiceText}>{label}</span>
      </label>
      <Hint id={id} text={hint} />
      <Refusal id={id} text={sentence} />
    </div>
  );
};
