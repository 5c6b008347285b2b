import { type Language, languages } from '@rinnalla/shared/kernel/localized';
import { languageNames } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import styles from './service-editor.module.css';

interface WritingLanguageChoiceProps {
  language: Language;
  onChoose: (language: Language) => void;
}

/** In which language the texts of the form are written now. */
export const WritingLanguageChoice = ({ language, onChoose }: WritingLanguageChoiceProps) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  return (
    <div className={styles.languageChoice} role="group" aria-label={t.writingLanguage}>
      <span>{t.writingLanguage}</span>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => onChoose(each)}
        >
          {languageNames[each]}
        </button>
      ))}
    </div>
  );
};
