import { useState } from 'react';
import { useController } from 'react-hook-form';
import { TextInput } from 'suomifi-ui-components';
import { languageNames } from '../../../../i18n/language.js';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { uiTexts } from '../../../../i18n/ui.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { useFieldParts } from '../../../../ui/form/form.js';
import { useWritingLanguage } from '../../../../ui/form/writing-language.js';

/** "puutyöt, verstas" as a list of words. */
const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Words that the service is looked for with, in the language being written. */
export const KeywordsField = () => {
  const language = useWritingLanguage();
  return <KeywordsIn key={language} />;
};

const KeywordsIn = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const ui = useTexts(uiTexts);
  const language = useWritingLanguage();
  const name = `keywords.${language}`;
  const label = language === 'fi' ? t.keywords : `${t.keywords} (${languageNames[language].toLowerCase()})`;
  const { id, sentence } = useFieldParts(name, label);
  const { field } = useController({ name });
  const words = (field.value as string[] | undefined) ?? [];
  const [typed, setTyped] = useState(words.join(', '));
  return (
    <TextInput
      id={id}
      labelText={label}
      hintText={t.keywordsHint}
      optionalText={ui.optional}
      fullWidth
      value={typed}
      onChange={(value) => {
        const text = String(value ?? '');
        setTyped(text);
        field.onChange(wordsOf(text));
      }}
      status={sentence ? 'error' : 'default'}
      statusText={sentence}
    />
  );
};
