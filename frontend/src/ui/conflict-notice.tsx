import { useEffect, useRef } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import { SecondaryButton } from './buttons.js';
import styles from './conflict-notice.module.css';

interface ConflictNoticeProps {
  /** Who was first, when and what they did, as one sentence: "Outi ehti vastata tähän ensin (klo 9.42: jonoon)." */
  children: string;
  /** What became of the text, where saving it again is not the way on. */
  kept?: string;
  /** Fetches what stands now; what was typed stays. */
  onShowNewest?: () => void;
}

/** Somebody was first: who and when, that one's own text is kept, and the way on. Takes focus when it appears. */
export const ConflictNotice = ({ children, kept, onShowNewest }: ConflictNoticeProps) => {
  const { conflict } = useTexts(uiTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.notice} role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {conflict.heading}
      </h2>
      <p>{children}</p>
      <p>{kept ?? conflict.kept}</p>
      {onShowNewest && <SecondaryButton onClick={onShowNewest}>{conflict.showNewest}</SecondaryButton>}
    </section>
  );
};
