import { languageNames } from '../../i18n/language.js';
import { useFieldParts } from './form.js';
import { TextareaField, TextField } from './text-fields.js';
import { useWritingLanguage } from './writing-language.js';

interface LocalizedFieldProps {
  /** The path of the text in three languages: the field is `name.fi`, `name.sv` or `name.en`. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  max?: number;
  /** More than one line. */
  rows?: number;
}

/** A text written in one language at a time; which one is chosen once for the whole form. */
export const LocalizedField = ({ name, label, hint, optional, max, rows }: LocalizedFieldProps) => {
  const language = useWritingLanguage();
  // The whole text may be refused too ("write it in Finnish or Swedish"): the summary then has a label for it.
  useFieldParts(name, label);
  const props = {
    name: `${name}.${language}`,
    label: language === 'fi' ? label : `${label} (${languageNames[language].toLowerCase()})`,
    hint,
    optional,
    max,
  };
  return rows ? (
    <TextareaField key={language} {...props} rows={rows} />
  ) : (
    <TextField key={language} {...props} />
  );
};
