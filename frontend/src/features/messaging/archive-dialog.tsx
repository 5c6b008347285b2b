import { pathOf } from '@rinnalla/shared/contract/define-route';
import { archiveRoutes } from '@rinnalla/shared/messaging/archive-routes';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './archive-dialog.module.css';

/** The conversation as a file: the shared part, and one's own notes only when they are asked for. */
export const ArchiveDialog = ({ view, onClose }: { view: ConversationView; onClose: () => void }) => {
  const t = useTexts(conversationToolTexts).archive;
  const language = useLanguage();
  const [withNotes, setWithNotes] = useState(view.audience === 'internal');
  const address = `/api${pathOf(archiveRoutes.conversation, { referralId: view.referralId })}?notes=${String(withNotes)}&language=${language}`;
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <a
          className={styles.download}
          href={address}
          download={`${view.caseNumber}.pdf`}
          onClick={() => setTimeout(onClose)}
        >
          {t.confirm}
        </a>
      }
    >
      <p>{t.help}</p>
      <label className={styles.choice}>
        <input type="checkbox" checked={withNotes} onChange={(event) => setWithNotes(event.target.checked)} />
        <span>
          {t.notes}
          <span className={styles.hint}>{t.notesHelp}</span>
        </span>
      </label>
    </Dialog>
  );
};
