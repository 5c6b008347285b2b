import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { useEffect, useRef, useState } from 'react';
import { Navigate } from 'react-router';
import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { useSession } from '../../platform/session.js';
import { LinkButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { Loading, ProblemNotice } from '../../ui/states.js';
import { useEnter } from './session.queries.js';

/** Where an organization's own sign-in sends the browser back to. The answer is told once and leaves the address at once. */
export const ProviderReturnPage = () => {
  const { provider: t } = useTexts(accountTexts);
  const session = useSession();
  const enter = useEnter();
  const [problem, setProblem] = useState<Problem>();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const given = new URLSearchParams(window.location.search);
    window.history.replaceState(window.history.state, '', window.location.pathname);
    const iss = given.get('iss');
    call(signInRoutes.fromProvider, {
      body: { code: given.get('code') ?? '', state: given.get('state') ?? '', ...(iss ? { iss } : {}) },
    }).then(enter, (error: unknown) => setProblem(asProblem(error)));
  }, [enter]);
  if (session.person || session.signIn) return <Navigate to={paths.signIn} replace />;
  return (
    <Page title={t.title} width="reading">
      {problem ? (
        <>
          <ProblemNotice problem={problem} sentence={sentenceOf(problem, t)} />
          <div>
            <LinkButton to={paths.signIn}>{t.back}</LinkButton>
          </div>
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
};

const sentenceOf = (
  { code, extra }: Problem,
  t: Record<'unknownIdentity' | 'twoFactorsMissing' | 'refused' | 'down', string>,
): string => {
  if (extra.reason === 'unknownIdentity' || extra.reason === 'twoFactorsMissing') return t[extra.reason];
  return code === 'unavailable' ? t.down : t.refused;
};
