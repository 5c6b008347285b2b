import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import styles from './conversation.module.css';

interface DraftElsewhereProps {
  text: string;
  onTake: (text: string) => void;
  onKeep: () => void;
}

/** Two devices of one person have written in the same box: both texts stay until the person chooses. */
export const DraftElsewhere = ({ text, onTake, onKeep }: DraftElsewhereProps) => {
  const t = useTexts(conversationToolTexts).draft;
  return (
    <div role="alert" className={styles.notice}>
      <p>{t.elsewhere}</p>
      <p className={styles.text}>{text}</p>
      <SecondaryButton onClick={() => onTake(text)}>{t.take}</SecondaryButton>
      <QuietButton onClick={onKeep}>{t.keep}</QuietButton>
    </div>
  );
};
