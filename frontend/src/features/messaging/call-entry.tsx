import { IconPhone } from 'suomifi-icons';
import styles from './card.module.css';
import { useCallSentence } from './use-call-sentence.js';

/** A call to the client among the messages: that it was made, and whether somebody answered. */
export const CallEntry = ({ reached }: { reached: boolean }) => {
  const sentence = useCallSentence();
  return (
    <p className={styles.answered}>
      <IconPhone aria-hidden className={styles.icon} />
      {sentence(reached)}
    </p>
  );
};
