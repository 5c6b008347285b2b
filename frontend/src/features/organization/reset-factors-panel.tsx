import { type MemberView, memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { useState } from 'react';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { memberKeys } from './members.queries.js';

/** For who has lost the phone and the recovery codes: what was lost is taken away, after a word of who asks for it. */
export const ResetFactorsPanel = ({ member }: { member: MemberView }) => {
  const { factors: t } = useTexts(peopleTexts);
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const reset = useAction(memberRoutes.resetFactors, {
    stale: () => [[...memberKeys.all]],
    onDone: () => {
      setAsking(false);
      toast({ text: t.done(member.name) });
    },
  });
  const reason = reset.error?.extra.reason;
  const sentence = reason === 'noFactors' ? t.none : reason === 'belongsElsewhere' ? t.elsewhere : undefined;
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <div>
        <SecondaryButton onClick={() => setAsking(true)}>{t.open}</SecondaryButton>
      </div>
      {isAsking && (
        <Dialog
          title={t.ask(member.name)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <PrimaryButton
                busy={reset.isPending}
                onClick={() => reset.mutate({ params: { membershipId: member.membershipId }, body: {} })}
              >
                {t.submit}
              </PrimaryButton>
              <SecondaryButton onClick={() => setAsking(false)}>{t.keep}</SecondaryButton>
            </>
          }
        >
          <p>{t.sure}</p>
          <ul>
            {t.consequences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <ProblemNotice problem={reset.error} sentence={sentence} />
        </Dialog>
      )}
    </Panel>
  );
};
