import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { IconArrowRight } from 'suomifi-icons';
import { accountTexts } from '../../i18n/account.js';
import { useLanguage } from '../../i18n/language.js';
import { organizationTexts } from '../../i18n/organization.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { type SignInInput, useDemonstrationSignIns } from './session.queries.js';
import styles from './sign-in-page.module.css';

interface DemonstrationSignInsProps {
  onChoose: (signIn: SignInInput) => void;
  busy: boolean;
}

/** The invented people of a demonstration: pressing one signs in as that one. */
export const DemonstrationSignIns = ({ onChoose, busy }: DemonstrationSignInsProps) => {
  const { demonstration: t, roles } = useTexts(organizationTexts);
  const { ways } = useTexts(accountTexts);
  const language = useLanguage();
  const people = useDemonstrationSignIns(true);
  return (
    <Panel title={t.heading} tone="spruce">
      <p>{t.explained}</p>
      <p>{ways.exempt}</p>
      <Loaded query={people}>
        {({ signIns }) => (
          <ul className={styles.people}>
            {signIns.map(({ email, password, name, role, organization }) => (
              <li key={email}>
                <button
                  type="button"
                  className={styles.person}
                  disabled={busy}
                  onClick={() => onChoose({ email, password })}
                >
                  <span className={styles.names}>
                    <strong>{name}</strong>
                    <span>
                      {roles[role]} · {inLanguage(organization, language).text}
                    </span>
                  </span>
                  <IconArrowRight aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
};
