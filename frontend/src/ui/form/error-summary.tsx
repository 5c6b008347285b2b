import { type RefObject, useId } from 'react';
import { IconErrorFilled } from 'suomifi-icons';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './form.module.css';

interface Refused {
  path: string;
  /** The field's label and what is wrong, as one line. */
  text: string;
}

interface ErrorSummaryProps {
  heading: RefObject<HTMLHeadingElement | null>;
  refused: readonly Refused[];
  /** Brings the field into sight and moves focus to it. */
  onReach: (path: string) => void;
}

/** What was refused, on top of the form: the heading takes focus, each line leads to its field. */
export const ErrorSummary = ({ heading, refused, onReach }: ErrorSummaryProps) => {
  const ui = useTexts(uiTexts);
  const id = useId();
  return (
    <section className={styles.summary} aria-labelledby={id}>
      <IconErrorFilled aria-hidden />
      <div>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {ui.errorSummary(refused.length)}
        </h2>
        <ul>
          {refused.map(({ path, text }) => (
            <li key={`${path}:${text}`}>
              <a
                href={`#${path}`}
                onClick={(event) => {
                  event.preventDefault();
                  onReach(path);
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
