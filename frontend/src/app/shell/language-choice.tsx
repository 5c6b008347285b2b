import { languages } from '@rinnalla/shared/kernel/localized';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { languageNames, useLanguageChoice } from '../../i18n/language.js';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import styles from './language-choice.module.css';

/** FI | SV | EN; the choice of who is signed in goes with them to other devices. */
export const LanguageChoice = ({ signedIn }: { signedIn: boolean }) => {
  const t = useTexts(shellTexts);
  const { language, choose } = useLanguageChoice();
  const keep = useAction(sessionRoutes.chooseLanguage);
  return (
    <div className={styles.choice} role="group" aria-label={t.language}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className={styles.button}
          aria-pressed={each === language}
          onClick={() => {
            choose(each);
            if (signedIn) keep.mutate({ body: { language: each } });
          }}
        >
          <span aria-hidden>{each.toUpperCase()}</span>
          <span className="visually-hidden">{languageNames[each]}</span>
        </button>
      ))}
    </div>
  );
};
