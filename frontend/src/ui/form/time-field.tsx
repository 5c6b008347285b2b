import { useState } from 'react';
import { useController } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';
import type { FieldProps } from './text-fields.js';

/** `13:00` for `13`, `13.00` or `13:00`; anything else as typed, for the schema to refuse. */
const timeOfTyped = (typed: string): string => {
  const found = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(typed);
  if (!found) return typed.trim();
  const [, hour = '', minute = '00'] = found;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : typed.trim();
};

/** A time of day as people write it; the value is `HH:MM`. */
export const TimeField = ({ name, label, hint, optional }: FieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const value = (field.value as string | null | undefined) ?? '';
  // What is being typed is kept apart: "13." is on its way to a time.
  const [typed, setTyped] = useState(value.replace(':', '.'));
  const shown = timeOfTyped(typed) === value ? typed : value.replace(':', '.');
  return (
    <div className={styles.short}>
      <TextInput
        id={id}
        name={name}
        labelText={label}
        hintText={hint}
        optionalText={optional ? ui.optional : undefined}
        inputMode="text"
        autoComplete="off"
        fullWidth
        value={shown}
        onChange={(next) => {
          const text = String(next ?? '');
          setTyped(text);
          field.onChange(text.trim() === '' ? null : timeOfTyped(text));
        }}
        status={sentence ? 'error' : 'default'}
        statusText={sentence}
      />
    </div>
  );
};
