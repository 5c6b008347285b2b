import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { mayAdministerPeople } from '@rinnalla/shared/organization/member-permissions';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/language.js';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LanguageChoice } from './language-choice.js';
import styles from './me-menu.module.css';

interface MeMenuProps {
  session: SessionView;
  close: () => void;
  onShowHelp: () => void;
}

export const MeMenu = ({ session, close, onShowHelp }: MeMenuProps) => {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const signOut = useAction(sessionRoutes.signOut, {
    // A new page, so that nothing the signed-in person read stays in memory for the next one at this device.
    onDone: () => window.location.assign(paths.services),
  });
  const organization = session.acting?.organization;
  return (
    <div className={styles.menu}>
      {organization && (
        <p className={styles.acting}>{t.actingFor(inLanguage(organization.name, language).text)}</p>
      )}
      <Link to={paths.account} className={styles.item} onClick={close}>
        {t.account}
      </Link>
      {/* On a phone; elsewhere it stands in the top bar. */}
      <div className={styles.language}>
        <LanguageChoice signedIn />
      </div>
      {session.acting && mayAdministerPeople(session.acting.role) && (
        <Link to={paths.people} className={styles.item} onClick={close}>
          {t.nav.people}
        </Link>
      )}
      {session.memberships.length > 1 && (
        <Link to={paths.chooseOrganization} className={styles.item} onClick={close}>
          {t.changeOrganization}
        </Link>
      )}
      <button
        type="button"
        className={styles.item}
        onClick={() => {
          close();
          onShowHelp();
        }}
      >
        {t.keyboardHelp}
      </button>
      <button
        type="button"
        className={styles.item}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate({})}
      >
        {t.signOut}
      </button>
    </div>
  );
};
