import { type Language, languages } from '@rinnalla/shared/kernel/localized';
import { languageNames } from '../../i18n/language.js';
import styles from './template-picker.module.css';

interface WrittenLanguageProps {
  label: string;
  value: Language;
  onChange: (language: Language) => void;
}

/** In which language a text is to be, apart from the reader's own. */
export const WrittenLanguage = ({ label, value, onChange }: WrittenLanguageProps) => (
  <fieldset className={styles.languages}>
    <legend>{label}</legend>
    {languages.map((language) => (
      <label key={language}>
        <input
          type="radio"
          name="written-language"
          checked={language === value}
          onChange={() => onChange(language)}
        />
        <span lang={language}>{languageNames[language]}</span>
      </label>
    ))}
  </fieldset>
);
