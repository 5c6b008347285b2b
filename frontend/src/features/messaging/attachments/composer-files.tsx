import { attachmentTypes } from '@rinnalla/shared/messaging/attachment-rules';
import { isCalledIdentityDocument } from '@rinnalla/shared/messaging/identity-document';
import { useId, useRef } from 'react';
import { IconAttachment, IconWarning } from 'suomifi-icons';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { SecondaryButton } from '../../../ui/buttons.js';
import styles from './attachments.module.css';
import { PendingFileItem } from './pending-file-item.js';
import type { PendingFile, PendingFiles } from './pending-files.js';

/** Both: some systems know endings, others kinds. */
const accept = Object.values(attachmentTypes)
  .flatMap(({ mime, extension, also }) => [mime, `.${extension}`, ...also.map((end) => `.${end}`)])
  .join();

interface ComposerFilesProps {
  store: Pick<PendingFiles, 'remove' | 'tryAgain'> & { add: (files: readonly File[]) => unknown };
  files: readonly PendingFile[];
  /** The sender pressed send while a file was on its way or refused. */
  isHeldBack: boolean;
}

/** Choosing files, and those that will go with the message. Dropping and pasting come by the box around it. */
export const ComposerFiles = ({ store, files, isHeldBack }: ComposerFilesProps) => {
  const t = useTexts(attachmentTexts);
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const isWaiting = files.some(({ phase }) => phase === 'sending');
  const isRefused = files.some(({ phase, state }) => phase === 'failed' || state === 'refused');
  return (
    <div className={styles.composer}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={t.attach}
        onChange={(event) => {
          store.add([...(event.target.files ?? [])]);
          // The same file again is a change too.
          event.target.value = '';
        }}
      />
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t.filesToSend}>
          {files.map((file) => (
            <PendingFileItem
              key={file.id}
              file={file}
              onRemove={() => store.remove(file.id)}
              onRetry={() => store.tryAgain(file.id)}
            />
          ))}
        </ul>
      )}
      <div role="status">
        {files.map(({ id, name }) =>
          isCalledIdentityDocument(name) ? (
            <p key={id} className={styles.question}>
              <IconWarning aria-hidden className={styles.icon} />
              {t.identityDocument(name)}
            </p>
          ) : null,
        )}
        {isHeldBack && isWaiting && <p className={styles.refusal}>{t.stillSending}</p>}
        {isHeldBack && !isWaiting && isRefused && <p className={styles.refusal}>{t.removeRefused}</p>}
      </div>
      <div className={styles.attach}>
        <SecondaryButton icon={IconAttachment} onClick={() => input.current?.click()}>
          {t.attach}
        </SecondaryButton>
        <p id={help} className={styles.size}>
          {t.accepted}
        </p>
      </div>
      {files.length > 0 && !files.some(({ name }) => isCalledIdentityDocument(name)) && (
        <p className={styles.size}>{t.isItNeeded}</p>
      )}
    </div>
  );
};
