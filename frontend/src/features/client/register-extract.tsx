import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { registerTexts } from '../../i18n/register.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { registerQuery } from './register.queries.js';

/** Takes what is kept of the client's plan, to go along with a referral; reading it is logged. */
export const RegisterExtract = ({
  clientId,
  onTake,
}: {
  clientId: string;
  onTake: (extract: string) => void;
}) => {
  const t = useTexts(registerTexts);
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { planExtract } = await queryClient.fetchQuery({ ...registerQuery(clientId), staleTime: 0 });
      if (planExtract) onTake(planExtract);
      setMissing(!planExtract);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <SecondaryButton busy={busy} onClick={() => void take()}>
        {t.take}
      </SecondaryButton>
      <p role="status">
        {isMissing && (
          <>
            {t.noExtract} <Link to={paths.client(clientId)}>{t.goToClient}</Link>
          </>
        )}
      </p>
      <ProblemNotice problem={problem} />
    </div>
  );
};
