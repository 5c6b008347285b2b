import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { lazy, Suspense, useState } from 'react';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { ProblemNotice } from '../../../ui/states.js';
import styles from '../card.module.css';
import { focusLine } from '../show-line.js';
import { useCardAnswer } from '../use-card-answer.js';

const AgreementAnswerForm = lazy(async () => ({
  default: (await import('./agreement-answer-form.js')).AgreementAnswerForm,
}));

interface AgreementActProps {
  line: MessageLine;
  view: ConversationView;
}

/** Confirming is one press, in ready words; who disputes tells how they understood it. */
export const ConfirmAgreement = ({ line, view }: AgreementActProps) => {
  const t = useTexts(conversationCardTexts).agreement;
  const [isDisputing, setDisputing] = useState(false);
  const { clientMessageId, answer, refusal } = useCardAnswer(answerRoutes.agreement, () =>
    focusLine(line.seq),
  );
  return (
    <>
      <p className={styles.waits}>{t.waitsYou}</p>
      <div className={styles.answers}>
        <SecondaryButton
          busy={answer.isPending}
          onClick={() =>
            answer.mutate({
              params: { referralId: view.referralId, seq: line.seq },
              body: { clientMessageId, verdict: 'confirmed', body: t.confirmedWords },
            })
          }
        >
          {t.confirm}
        </SecondaryButton>
        <QuietButton onClick={() => setDisputing(true)}>{t.dispute}</QuietButton>
      </div>
      <ProblemNotice problem={answer.error} sentence={refusal} />
      <Suspense>
        {isDisputing && (
          <AgreementAnswerForm
            verdict="disputed"
            line={line}
            view={view}
            onClose={() => setDisputing(false)}
          />
        )}
      </Suspense>
    </>
  );
};

export const EndAgreement = ({ line, view }: AgreementActProps) => {
  const t = useTexts(conversationCardTexts).agreement;
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <QuietButton onClick={() => setEnding(true)}>{t.end}</QuietButton>
      <Suspense>
        {isEnding && (
          <AgreementAnswerForm verdict="ended" line={line} view={view} onClose={() => setEnding(false)} />
        )}
      </Suspense>
    </>
  );
};
