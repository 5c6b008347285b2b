import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { DueText } from '../due-text.js';
import { nextActOf } from '../turn.js';
import { mayReferOn } from './may-refer-on.js';
import styles from './case-view.module.css';

/** A place is free and nobody stands before this client: a freed place is offered by hand, so somebody must see it. */
const isNextInLine = ({ actions, offerings, queue }: ReferralView): boolean =>
  queue?.position === 1 && actions.includes('offer') && offerings.some(({ freePlaces }) => freePlaces > 0);

/** Whose turn it is, what they owe and by when. */
export const NextStep = ({ view }: { view: ReferralView }) => {
  const t = useTexts(referralTexts);
  const { casePage } = useTexts(screenTexts);
  const language = useLanguage();
  const act = nextActOf(view, t, language);
  if (!act) return <p>{mayReferOn(view) ? casePage.chooseOn : casePage.ended}</p>;
  return (
    <div className={styles.next}>
      <span className={styles.nextWord}>{casePage.next}:</span>
      <strong className={styles.nextAct}>{act}</strong>
      <DueText turn={view.turn} />
      {view.queue && (
        <span>
          {casePage.queue(view.queue.position, view.queue.length)}
          {view.queue.expectedWaitWeeks !== null && `, ${casePage.wait(view.queue.expectedWaitWeeks)}`}
        </span>
      )}
      {isNextInLine(view) && <strong>{casePage.nextInLine}</strong>}
    </div>
  );
};
