import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useAttachments } from './attachment.queries.js';
import styles from './attachments.module.css';
import { FileLink } from './file-link.js';

/** The files that came with a message, under its text. */
export const MessageFiles = ({ view, line }: { view: ConversationView; line: MessageLine }) =>
  line.attachmentIds && line.attachmentIds.length > 0 ? <Files view={view} ids={line.attachmentIds} /> : null;

const Files = ({ view, ids }: { view: ConversationView; ids: readonly string[] }) => {
  const t = useTexts(attachmentTexts);
  const { data, isError } = useAttachments(view.referralId);
  if (!data) return <p className={styles.size}>{isError ? t.notListed : t.count(ids.length)}</p>;
  const files = ids.flatMap(
    (id) => data.attachments.find((file) => file.id === id && file.conversationId === view.id) ?? [],
  );
  return (
    <ul className={styles.files} aria-label={t.filesOfMessage}>
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
};
