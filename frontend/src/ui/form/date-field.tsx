import { parseLocalDate } from '@rinnalla/shared/kernel/local-date';
import { useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { IconCalendar } from 'suomifi-icons';
import { TextInput } from 'suomifi-ui-components';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';
import type { FieldProps } from './text-fields.js';

/** `24.11.2026` for `2026-11-24`; anything else as it stands. */
const typedDate = (value: string): string => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found ? `${Number(found[3])}.${Number(found[2])}.${found[1]}` : value;
};

/** `2026-11-24` for `24.11.2026`; anything else as typed, for the schema to refuse. */
const dateOfTyped = (typed: string): string => {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(typed);
  if (!found) return typed.trim();
  const [, day = '', month = '', year = ''] = found;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? typed.trim();
};

/** A day, typed as people write it or picked from the device's own calendar; the value is `yyyy-mm-dd`. */
export const DateField = ({ name, label, hint, optional }: FieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const calendar = useRef<HTMLInputElement>(null);
  const value = (field.value as string | null | undefined) ?? '';
  // What is being typed is kept apart: "24.11." is on its way to a date, not a value.
  const [typed, setTyped] = useState(typedDate(value));
  const shown = dateOfTyped(typed) === value ? typed : typedDate(value);
  const type = (text: string): void => {
    setTyped(text);
    field.onChange(text.trim() === '' ? null : dateOfTyped(text));
  };
  return (
    <div className={styles.field}>
      <div className={styles.date}>
        <TextInput
          id={id}
          name={name}
          labelText={label}
          hintText={hint}
          optionalText={optional ? ui.optional : undefined}
          fullWidth
          autoComplete="off"
          value={shown}
          onChange={(text) => type(String(text ?? ''))}
          status={sentence ? 'error' : 'default'}
          aria-describedby={sentence && `${id}-refusal`}
        />
        <span className={styles.calendar}>
          <button
            type="button"
            aria-label={ui.openCalendar(label)}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar aria-hidden />
          </button>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={parseLocalDate(value) ?? ''}
            onChange={(event) => type(typedDate(event.target.value))}
          />
        </span>
      </div>
      {sentence && (
        <span id={`${id}-refusal`} className={styles.refusal}>
          {sentence}
        </span>
      )}
    </div>
  );
};
