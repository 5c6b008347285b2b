import { Suspense, useRef } from 'react';
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { ConfirmIdentity } from '../../features/account/confirm-identity.js';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ErrorBoundary } from '../../platform/error-boundary.js';
import { useHotkeys } from '../../platform/hotkeys.js';
import { paths } from '../../platform/paths.js';
import { memberOf, useSessionQuery } from '../../platform/session.js';
import { Loading } from '../../ui/states.js';
import { ConnectionStrip } from './connection-strip.js';
import { CrashedScreen } from './crashed-screen.js';
import { KeyboardHelp, useKeyboardHelp } from './keyboard-help.js';
import { navigationOf } from './navigation.js';
import { Rail } from './rail.js';
import styles from './shell.module.css';
import { TopBar } from './top-bar.js';

/** The frame of every screen: top bar, rail, content. */
export const Shell = () => {
  const t = useTexts(shellTexts);
  const { data: session } = useSessionQuery();
  const location = useLocation();
  const navigate = useNavigate();
  const isOpening = useNavigation().state === 'loading';
  const help = useKeyboardHelp();
  const content = useRef<HTMLElement>(null);
  const items = navigationOf(memberOf(session)?.acting.role);

  useHotkeys(
    [
      {
        key: 'mod+k',
        label: t.hotkeys.search,
        act: () => void navigate(paths.services, { state: { focusSearch: true } }),
      },
      { key: '?', label: t.hotkeys.help, act: help.open },
    ],
    { heading: t.hotkeys.everywhere },
  );

  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {t.skipToContent}
      </a>
      <TopBar session={session} onShowHelp={help.open} />
      <ConnectionStrip />
      <div className={styles.columns}>
        <Rail items={items} />
        <main
          id="content"
          ref={content}
          tabIndex={-1}
          className={styles.content}
          aria-busy={isOpening || undefined}
        >
          {isOpening && <div className={styles.progress} aria-hidden />}
          <ErrorBoundary resetKey={location.key} fallback={<CrashedScreen />}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <ConfirmIdentity />
      {help.isOpen && <KeyboardHelp onClose={help.close} />}
    </div>
  );
};
