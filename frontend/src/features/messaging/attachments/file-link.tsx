import { pathOf } from '@rinnalla/shared/contract/define-route';
import { mayDownload } from '@rinnalla/shared/messaging/attachment-rules';
import { attachmentRoutes, type AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import { IconDownload, IconFileGeneric, IconImage } from 'suomifi-icons';
import { useLanguage } from '../../../i18n/language.js';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { useTexts } from '../../../i18n/use-texts.js';
import styles from './attachments.module.css';
import { formatFileSize } from './file-size.js';
import { FileState } from './file-state.js';

const pictures: readonly string[] = ['jpeg', 'png', 'webp'];

/** A file's name, a link where it may be saved; and how it stands. */
export const FileLink = ({ file }: { file: AttachmentView }) => {
  const t = useTexts(attachmentTexts);
  const language = useLanguage();
  const { id: attachmentId, conversationId, name, state } = file;
  const size = formatFileSize(file.bytes, language);
  const Icon = mayDownload(state) ? IconDownload : pictures.includes(file.type) ? IconImage : IconFileGeneric;
  return (
    <span className={styles.file}>
      <Icon aria-hidden className={styles.icon} />
      {mayDownload(state) ? (
        <a
          className={styles.name}
          href={`/api${pathOf(attachmentRoutes.download, { conversationId, attachmentId })}`}
          download={name}
          aria-label={t.save(name, size)}
        >
          {name}
        </a>
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      <span className={styles.size}>{size}</span>
      <FileState state={state} />
    </span>
  );
};
