import { parseLocalDate } from '@rinnalla/shared/kernel/local-date';
import { lazy, Suspense, useState } from 'react';
import { useController } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';
import { useLanguage } from '../../i18n/language.js';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';
import type { FieldProps } from './text-fields.js';

// The calendar is a third of a form's code: the day can be typed before it has come.
const DateInput = lazy(async () => ({ default: (await import('./date-input.js')).DateInput }));

/** `24.11.2026` for `2026-11-24`; anything else as it stands. */
export const typedDate = (value: string): string => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found ? `${Number(found[3])}.${Number(found[2])}.${found[1]}` : value;
};

/** `2026-11-24` for `24.11.2026`; anything else as typed, for the schema to refuse. */
export const dateOfTyped = (typed: string): string => {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(typed);
  if (!found) return typed.trim();
  const [, day = '', month = '', year = ''] = found;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? typed.trim();
};

/** A day, typed or picked; the value is `yyyy-mm-dd`. */
export const DateField = ({ name, label, hint, optional }: FieldProps) => {
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const value = (field.value as string | null | undefined) ?? '';
  // What is being typed is kept apart: "24.11." is on its way to a date, not a value.
  const [typed, setTyped] = useState(typedDate(value));
  const shown = dateOfTyped(typed) === value ? typed : typedDate(value);
  const type = (text: string): void => {
    setTyped(text);
    field.onChange(text.trim() === '' ? null : dateOfTyped(text));
  };
  const shared = {
    id,
    name,
    labelText: label,
    hintText: hint,
    optionalText: optional ? ui.optional : undefined,
    fullWidth: true,
    value: shown,
    status: sentence ? 'error' : 'default',
    statusText: sentence,
  } as const;
  return (
    <div className={styles.short}>
      <Suspense fallback={<TextInput {...shared} onChange={(text) => type(String(text ?? ''))} />}>
        <DateInput
          {...shared}
          datePickerEnabled
          language={language}
          onChange={({ value: text }) => type(text)}
        />
      </Suspense>
    </div>
  );
};
