import { attachmentTexts } from '../../../i18n/attachment.js';
import { useLanguage } from '../../../i18n/language.js';
import { problemTexts } from '../../../i18n/problem.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import styles from './attachments.module.css';
import { formatFileSize } from './file-size.js';
import { FileState } from './file-state.js';
import type { PendingFile } from './pending-files.js';

interface PendingFileItemProps {
  file: PendingFile;
  onRemove: () => void;
  onRetry: () => void;
}

/** One file on its way: how far it is, how it stands, or why it was not taken. */
export const PendingFileItem = ({ file, onRemove, onRetry }: PendingFileItemProps) => {
  const t = useTexts(attachmentTexts);
  const language = useLanguage();
  const { name, phase, state, refusal, progress } = file;
  return (
    <li className={`${styles.pending} ${phase === 'failed' || state === 'refused' ? styles.failed : ''}`}>
      <span className={styles.file}>
        <span className={styles.name}>{name}</span>
        <span className={styles.size}>{formatFileSize(file.bytes, language)}</span>
        {phase === 'ready' && state && <FileState state={state} />}
      </span>
      {phase === 'sending' && (
        <progress className={styles.progress} max={1} value={progress} aria-label={t.sendingFile(name)} />
      )}
      {refusal && <Refusal refusal={refusal} />}
      {state === 'refused' && <p className={styles.refusal}>{t.infected}</p>}
      <span className={styles.acts}>
        {phase === 'failed' && mayHelp(refusal) && (
          <QuietButton onClick={onRetry} accessibleName={`${t.retry} ${name}`}>
            {t.retry}
          </QuietButton>
        )}
        <QuietButton
          onClick={onRemove}
          accessibleName={`${phase === 'sending' ? t.cancel : t.remove} ${name}`}
        >
          {phase === 'sending' ? t.cancel : t.remove}
        </QuietButton>
      </span>
    </li>
  );
};

/** The file stays as it is: only a failure of the way may pass. */
const mayHelp = (refusal: PendingFile['refusal']): boolean =>
  ['unavailable', 'internal', 'tooManyRequests'].includes(refusal?.code ?? '');

const Refusal = ({ refusal: { code, reason } }: { refusal: NonNullable<PendingFile['refusal']> }) => {
  const { refusals } = useTexts(attachmentTexts);
  const { problems } = useTexts(problemTexts);
  const known: Partial<Record<string, string>> = refusals;
  return (
    <p role="alert" className={styles.refusal}>
      {(reason && known[reason]) ?? problems[code]}
    </p>
  );
};
