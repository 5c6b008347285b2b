import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { IconClose, IconSearch } from 'suomifi-icons';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useHotkeys } from '../../platform/hotkeys.js';
import { shellTexts } from '../../i18n/shell.js';
import { useSuggestions } from './catalogue.queries.js';
import styles from './search-box.module.css';

interface SearchBoxProps {
  question: string;
  initial: string;
  onSearch: (words: string) => void;
}

const wantsFocus = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'focusSearch' in state && state.focusSearch === true;

/** One field in the reader's own words; `/` and Ctrl-K lead to it. */
export const SearchBox = ({ question, initial, onSearch }: SearchBoxProps) => {
  const { search: t } = useTexts(catalogueTexts);
  const { hotkeys } = useTexts(shellTexts);
  const language = useLanguage();
  const id = useId();
  const { state, key } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(initial);
  const [searched, setSearched] = useState(initial);
  // Another search came from elsewhere (a chip taken away, the back button): the field shows it.
  if (searched !== initial) {
    setSearched(initial);
    setWords(initial);
  }
  const lastWord = /\S+$/.exec(words)?.[0] ?? '';
  const suggestions = useSuggestions(lastWord, language);

  useEffect(() => {
    if (wantsFocus(state)) input.current?.focus();
  }, [state, key]);
  useHotkeys([{ key: '/', label: t.title, act: () => input.current?.focus() }], {
    heading: hotkeys.everywhere,
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(words.trim());
  };

  return (
    <form role="search" className={styles.search} onSubmit={submit}>
      <label className={styles.question} htmlFor={id}>
        {question}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.hint}
      </p>
      <div className={styles.row}>
        <div className={styles.field}>
          <input
            ref={input}
            id={id}
            className={styles.input}
            type="text"
            enterKeyHint="search"
            autoComplete="off"
            maxLength={200}
            list={`${id}-suggestions`}
            aria-describedby={`${id}-hint`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {words && (
            <button
              type="button"
              className={styles.clear}
              aria-label={t.clear}
              onClick={() => {
                setWords('');
                onSearch('');
                input.current?.focus();
              }}
            >
              <IconClose aria-hidden />
            </button>
          )}
        </div>
        <datalist id={`${id}-suggestions`}>
          {(suggestions.data?.items ?? []).map((item) => (
            <option key={item}>{words.slice(0, words.length - lastWord.length) + item}</option>
          ))}
        </datalist>
        <button type="submit" className={styles.submit}>
          <IconSearch aria-hidden />
          {t.submit}
        </button>
      </div>
    </form>
  );
};
