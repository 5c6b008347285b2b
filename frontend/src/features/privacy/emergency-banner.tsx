import {
  type OpeningView,
  emergencyRoutes,
  mayOpenInEmergency,
} from '@rinnalla/shared/privacy/emergency-routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { formatClock } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import { useMember } from '../../platform/session.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, SecondaryButton } from '../../ui/buttons.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useToast } from '../../ui/toast.js';
import styles from './privacy.module.css';
import { openingsQuery } from './privacy.queries.js';

/** Over a case or a client that is open for a while: until when. What is on the screen goes when the time is over. */
export const EmergencyBanner = () => {
  const { referralId, clientId } = useParams();
  const { acting } = useMember();
  const query = useQuery({ ...openingsQuery, enabled: mayOpenInEmergency(acting.role) });
  const opening = query.data?.items.find(
    (one) => one.isMine && one.isOpen && (one.referralId === referralId || one.clientId === clientId),
  );
  return opening ? <OpenBanner opening={opening} /> : null;
};

const OpenBanner = ({ opening }: { opening: OpeningView }) => {
  const { emergency: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const toast = useToast();
  const leftMs = new Date(opening.endsAt).getTime() - new Date(useNow()).getTime();
  useEffect(() => {
    // What was read is let go of, and asked for again: the server refuses it now.
    const timer = setTimeout(() => void queryClient.resetQueries(), Math.max(0, leftMs) + 200);
    return () => clearTimeout(timer);
  }, [leftMs, queryClient]);
  const close = useAction(emergencyRoutes.close, {
    onDone: async () => {
      toast({ text: t.closed });
      await queryClient.resetQueries();
    },
  });
  return (
    <div className={styles.emergency} role="status">
      <StatusLabel tone="danger">{t.banner(formatClock(opening.endsAt, language))}</StatusLabel>
      <div className={styles.buttons}>
        <LinkButton kind="quiet" to={paths.client(opening.clientId)}>
          {t.goToClient}
        </LinkButton>
        <SecondaryButton
          busy={close.isPending}
          onClick={() => close.mutate({ params: { openingId: opening.id } })}
        >
          {t.close}
        </SecondaryButton>
      </div>
    </div>
  );
};
