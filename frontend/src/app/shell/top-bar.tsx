import type { SessionView } from '@rinnalla/shared/organization/session-routes';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { IconChevronDown, IconSearch, IconPerson } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Brand } from './brand.js';
import { LanguageChoice } from './language-choice.js';
import { MeMenu } from './me-menu.js';
import styles from './top-bar.module.css';

const NotificationBell = lazy(async () => ({
  default: (await import('../../features/notification/notification-bell.js')).NotificationBell,
}));

interface TopBarProps {
  session: SessionView | undefined;
  onShowHelp: () => void;
}

/** Brand, search, for whom one acts, language, oneself. */
export const TopBar = ({ session, onShowHelp }: TopBarProps) => {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const organization = session?.acting?.organization;
  return (
    <header className={styles.bar}>
      <Link to={paths.home} className={styles.brand}>
        <Brand />
        <span>Rinnalla</span>
      </Link>
      {session?.demonstration && (
        <p className={styles.demo} title={t.demoExplained}>
          {t.demo}
        </p>
      )}
      <Link to={paths.services} state={{ focusSearch: true }} className={styles.search}>
        <IconSearch aria-hidden />
        <span>{t.search}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </Link>
      <div className={styles.end}>
        <div className={session?.person ? styles.wideOnly : undefined}>
          <LanguageChoice signedIn={Boolean(session?.person)} />
        </div>
        {session?.acting && (
          <Suspense fallback={<span className={styles.bellPlace} />}>
            <NotificationBell />
          </Suspense>
        )}
        {session?.person ? (
          <Disclosure
            className={styles.me}
            label={t.me(`${session.person.givenName} ${session.person.surname}`)}
            button={
              <>
                <IconPerson aria-hidden />
                <span className={styles.meNames}>
                  <span>{`${session.person.givenName} ${session.person.surname}`}</span>
                  {organization && (
                    <span className={styles.organization}>
                      {inLanguage(organization.name, language).text}
                    </span>
                  )}
                </span>
                <IconChevronDown className={styles.chevron} aria-hidden />
              </>
            }
          >
            {(close) => <MeMenu session={session} close={close} onShowHelp={onShowHelp} />}
          </Disclosure>
        ) : (
          session && (
            <Link to={paths.signIn} className={styles.signIn}>
              {t.signIn}
            </Link>
          )
        )}
      </div>
    </header>
  );
};
