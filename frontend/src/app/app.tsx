import type { Language } from '@rinnalla/shared/kernel/localized';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { LanguageProvider, useLanguageChoice } from '../i18n/language.js';
import { Announcer } from '../platform/announcer.js';
import { ClockProvider } from '../platform/clock.js';
import { RealtimeProvider, type Wire } from '../platform/realtime.js';
import { actorKeyOf, personLanguage, useSessionQuery } from '../platform/session.js';
import { Theme } from '../ui/theme.js';
import { ToastProvider } from '../ui/toast.js';

interface ProvidersProps {
  queryClient: QueryClient;
  /** Set by tests; a browser chooses by cookie, by its own language, by the person's. */
  language?: Language;
  openWire?: () => Promise<Wire>;
  children: ReactNode;
}

/** What every screen stands on. */
export const Providers = ({ queryClient, language, openWire, children }: ProvidersProps) => (
  <QueryClientProvider client={queryClient}>
    <LanguageProvider initial={language}>
      <Theme>
        <Announcer>
          <SessionProviders openWire={openWire}>
            <ToastProvider>{children}</ToastProvider>
          </SessionProviders>
        </Announcer>
      </Theme>
    </LanguageProvider>
  </QueryClientProvider>
);

/** The live connection, the clock and the language follow the session. */
const SessionProviders = ({ openWire, children }: Pick<ProvidersProps, 'openWire' | 'children'>) => {
  const { data: session } = useSessionQuery();
  const { choose } = useLanguageChoice();
  const language = personLanguage(session);
  const signedIn = session?.person?.id;
  const greeted = useRef<string>(undefined);
  useEffect(() => {
    if (signedIn && language && greeted.current !== signedIn) choose(language);
    greeted.current = signedIn;
  }, [signedIn, language, choose]);
  return (
    <RealtimeProvider actorKey={actorKeyOf(session)} open={openWire}>
      <ClockProvider serverNow={session?.now}>{children}</ClockProvider>
    </RealtimeProvider>
  );
};
