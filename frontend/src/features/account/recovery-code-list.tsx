import { accountTexts } from '../../i18n/account.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { useToast } from '../../ui/toast.js';
import styles from './account.module.css';

/** Shown once; kept nowhere in the browser. */
export const RecoveryCodeList = ({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) => {
  const { recovery: t } = useTexts(accountTexts);
  const toast = useToast();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast({ text: t.copied });
  };
  return (
    <div className={styles.stack}>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <PrimaryButton onClick={onDone}>{t.done}</PrimaryButton>
        <QuietButton onClick={() => window.print()}>{t.print}</QuietButton>
        {navigator.clipboard && <QuietButton onClick={() => void copy()}>{t.copy}</QuietButton>}
      </div>
    </div>
  );
};
