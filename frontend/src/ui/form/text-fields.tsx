import { useController } from 'react-hook-form';
import { Textarea, TextInput } from 'suomifi-ui-components';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useFieldParts } from './form.js';
import styles from './form.module.css';

export interface FieldProps {
  /** The path in the form's values. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url';
  autoComplete?: string;
  /** Which keys a phone shows first. */
  inputMode?: 'numeric';
  /** Shows how many characters remain; the schema refuses what goes over. */
  max?: number;
  short?: boolean;
}

/** One line of text. */
export const TextField = ({
  name,
  label,
  hint,
  optional,
  type = 'text',
  autoComplete,
  inputMode,
  max,
  short,
}: TextFieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  return (
    <div className={short ? styles.short : undefined}>
      <TextInput
        id={id}
        name={name}
        labelText={label}
        hintText={hint}
        optionalText={optional ? ui.optional : undefined}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        fullWidth
        value={(field.value as string | undefined) ?? ''}
        onChange={(value) => field.onChange(value ?? '')}
        status={sentence ? 'error' : 'default'}
        statusText={sentence}
        characterLimit={max}
        ariaCharactersRemainingText={ui.remaining}
        ariaCharactersExceededText={ui.exceeded}
      />
    </div>
  );
};

interface TextareaFieldProps extends FieldProps {
  max?: number;
  rows?: number;
}

/** Several lines of text, with the characters left. */
export const TextareaField = ({ name, label, hint, optional, max, rows = 4 }: TextareaFieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  return (
    <Textarea
      id={id}
      name={name}
      labelText={label}
      hintText={hint}
      optionalText={optional ? ui.optional : undefined}
      fullWidth
      resize="vertical"
      rows={rows}
      value={(field.value as string | undefined) ?? ''}
      onChange={(event) => field.onChange(event.target.value)}
      status={sentence ? 'error' : 'default'}
      statusText={sentence}
      characterLimit={max}
      ariaCharactersRemainingText={ui.remaining}
      ariaCharactersExceededText={ui.exceeded}
    />
  );
};

/** A number; what is not one stays as typed and the schema refuses it. */
export const NumberField = ({ name, label, hint, optional }: FieldProps) => {
  const ui = useTexts(uiTexts);
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const value = field.value as number | string | null | undefined;
  return (
    <div className={styles.short}>
      <TextInput
        id={id}
        name={name}
        labelText={label}
        hintText={hint}
        optionalText={optional ? ui.optional : undefined}
        inputMode="numeric"
        fullWidth
        value={value ?? ''}
        onChange={(typed) => field.onChange(numberOr(String(typed ?? '')))}
        status={sentence ? 'error' : 'default'}
        statusText={sentence}
      />
    </div>
  );
};

const numberOr = (typed: string): number | string | null => {
  const text = typed.trim();
  if (text === '') return null;
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : typed;
};
