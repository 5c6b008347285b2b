import { useRef } from 'react';
import { IconClose, IconSearch } from 'suomifi-icons';
import { TextInput } from 'suomifi-ui-components';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import styles from './search-field.module.css';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (words: string) => void;
  id?: string;
  hint?: string;
}

/**
 * Words that narrow the list below while they are typed. Suomi.fi's own SearchInput brings a menu that nobody opens
 * here, with all that places it: more than the rest of a form together.
 */
export const SearchField = ({ label, value, onChange, id, hint }: SearchFieldProps) => {
  const ui = useTexts(uiTexts);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.field}>
      <TextInput
        id={id}
        forwardedRef={input}
        role="searchbox"
        labelText={label}
        hintText={hint}
        icon={value ? undefined : <IconSearch aria-hidden />}
        autoComplete="off"
        fullWidth
        value={value}
        onChange={(words) => onChange(String(words ?? ''))}
      />
      {value && (
        <button
          type="button"
          className={styles.clear}
          aria-label={ui.clearChoice}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <IconClose aria-hidden />
        </button>
      )}
    </div>
  );
};
