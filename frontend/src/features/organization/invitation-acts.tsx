import { type MemberView, memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { useState } from 'react';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { memberKeys } from './members.queries.js';
import styles from './people.module.css';

/** Of an invitation that was not taken up: once more, or taken back. */
export const InvitationActs = ({ member }: { member: MemberView }) => {
  const { member: t } = useTexts(peopleTexts);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const toast = useToast();
  const stale = () => [[...memberKeys.all]];
  const params = { membershipId: member.membershipId };
  const again = useAction(memberRoutes.inviteAgain, { stale, onDone: () => toast({ text: t.invitedAgain }) });
  const withdraw = useAction(memberRoutes.withdrawInvitation, {
    stale,
    onDone: () => {
      setWithdrawing(false);
      toast({ text: t.withdrawn });
    },
  });
  if (!member.may.inviteAgain) return null;
  return (
    <>
      <div className={styles.buttons}>
        <SecondaryButton busy={again.isPending} onClick={() => again.mutate({ params })}>
          {t.inviteAgain}
        </SecondaryButton>
        <QuietButton onClick={() => setWithdrawing(true)}>{t.withdraw}</QuietButton>
      </div>
      <ProblemNotice problem={again.error} />
      {isWithdrawing && (
        <Dialog
          title={t.withdrawTitle}
          onClose={() => setWithdrawing(false)}
          actions={
            <>
              <PrimaryButton busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
                {t.withdrawConfirm}
              </PrimaryButton>
              <SecondaryButton onClick={() => setWithdrawing(false)}>{t.keep}</SecondaryButton>
            </>
          }
        >
          <p>{t.withdrawText}</p>
          <ProblemNotice problem={withdraw.error} />
        </Dialog>
      )}
    </>
  );
};
