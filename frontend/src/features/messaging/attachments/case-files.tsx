import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { useMember } from '../../../platform/session.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useConversations } from '../messaging.queries.js';
import { useAttachments, useAttachmentsLive } from './attachment.queries.js';
import styles from './attachments.module.css';
import { FileLink } from './file-link.js';

/** Every file of the case that the reader may see: who sent it, when, and who reads it. */
export const CaseFiles = ({ referralId }: { referralId: string }) => {
  const t = useTexts(attachmentTexts);
  const attachments = useAttachments(referralId);
  const conversations = useConversations(referralId);
  useAttachmentsLive(referralId);
  return (
    <Loaded query={attachments} rows={3}>
      {({ attachments: all }) => {
        const sent = all.filter(({ seq }) => seq !== null);
        if (sent.length === 0) return <EmptyState title={t.none}>{t.noneHelp}</EmptyState>;
        return (
          <ul className={styles.list} aria-label={t.filesOfCase}>
            {sent.map((file) => (
              <li key={file.id}>
                <CaseFile
                  file={file}
                  view={conversations.data?.conversations.find(({ id }) => id === file.conversationId)}
                />
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
};

const CaseFile = ({ file, view }: { file: AttachmentView; view: ConversationView | undefined }) => {
  const t = useTexts(attachmentTexts);
  const language = useLanguage();
  const now = useNow();
  const { person } = useMember();
  const organization = view?.organizations.find(({ id }) => id === file.person.organizationId);
  const name = file.person.personId === person.id ? t.you : file.person.name;
  return (
    <>
      <FileLink file={file} />
      <p className={styles.size}>
        {organization && file.person.personId !== person.id
          ? `${name}, ${inLanguage(organization.name, language).text}`
          : name}
        {' · '}
        <time dateTime={file.at}>{formatMoment(file.at, language, now)}</time>
        {view?.audience === 'internal' && ` · ${t.onlyOwn}`}
      </p>
    </>
  );
};
