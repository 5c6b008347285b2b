import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { screenTexts } from '../../i18n/referral-screens.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Facts } from '../../ui/facts.js';

/** What was asked and answered; nothing when nothing was asked. */
export const QuestionList = ({ questions }: Pick<ReferralView, 'questions'>) => {
  const { casePage: t } = useTexts(screenTexts);
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t.questions}</h2>
      <Facts
        facts={questions.map(({ question, answer }) => ({ name: question, value: answer ?? t.noAnswer }))}
      />
    </section>
  );
};
