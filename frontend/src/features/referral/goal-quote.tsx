import styles from './goal-quote.module.css';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The goal in the client's own words: the largest text where one client is in view. */
export const GoalQuote = ({ goal, size = 'large' }: { goal: string; size?: 'large' | 'row' }) => {
  const t = useTexts(referralTexts);
  return (
    <blockquote className={styles[size]}>
      <span className="visually-hidden">{t.goal}: </span>
      {goal}
    </blockquote>
  );
};
