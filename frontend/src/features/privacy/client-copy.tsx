import { pathOf, type ResponseOf } from '@rinnalla/shared/contract/define-route';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import {
  type CopiedNoteView,
  copyRoutes,
  noteIdOf,
  type WithholdingGround,
  withholdingGrounds,
} from '@rinnalla/shared/privacy/copy-routes';
import { useState } from 'react';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './privacy.module.css';
import { privacyKeys } from './privacy.queries.js';

type Preview = ResponseOf<typeof copyRoutes.preview>;

/** The client's own copy: first looked through, then made. It is kept nowhere but where the browser saves it. */
export const ClientCopy = ({ clientId }: { clientId: string }) => {
  const { copy: t } = useTexts(privacyTexts);
  const [preview, setPreview] = useState<Preview>();
  const look = useAction(copyRoutes.preview, {
    stale: () => [[...privacyKeys.client(clientId), 'looks']],
    onDone: setPreview,
  });
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      {preview ? (
        <MakeCopy clientId={clientId} preview={preview} onGone={() => setPreview(undefined)} />
      ) : (
        <div>
          <SecondaryButton busy={look.isPending} onClick={() => look.mutate({ params: { clientId } })}>
            {t.start}
          </SecondaryButton>
        </div>
      )}
      <ProblemNotice problem={look.error} />
    </Panel>
  );
};

/** Which notes go along, which files are given beside it, and the copy itself. */
const MakeCopy = ({
  clientId,
  preview: { notes, files },
  onGone,
}: {
  clientId: string;
  preview: Preview;
  onGone: () => void;
}) => {
  const { copy: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const toast = useToast();
  const [withheld, setWithheld] = useState<readonly string[]>([]);
  const [ground, setGround] = useState<WithholdingGround>();
  const make = useAction(copyRoutes.make, {
    stale: () => [[...privacyKeys.client(clientId), 'looks']],
    onDone: (file) => {
      save(file);
      toast({ text: t.done });
    },
  });
  const lacksGround = withheld.length > 0 && !ground;
  const ask = (format: 'json' | 'pdf'): void =>
    make.mutate(
      {
        params: { clientId },
        query: { format, language, ...(withheld.length > 0 && { withheld: withheld.join(','), ground }) },
      },
      // A note has gone meanwhile: what there is now is looked through anew.
      { onError: ({ code }) => code === 'invalidInput' && onGone() },
    );
  return (
    <div className={styles.list}>
      <NoteChoices notes={notes} withheld={withheld} onChange={setWithheld} />
      {withheld.length > 0 && <GroundChoice ground={ground} onChange={setGround} />}
      {files.length > 0 && (
        <section className={styles.part}>
          <h3>{t.files(files.length)}</h3>
          <p>{t.filesHelp}</p>
          <ul className={styles.consequences}>
            {files.map(({ conversationId, attachmentId, name, caseNumber }) => (
              <li key={attachmentId}>
                <a
                  href={`/api${pathOf(attachmentRoutes.download, { conversationId, attachmentId })}`}
                  download={name}
                >
                  {name}
                </a>{' '}
                <span className={styles.quiet}>{caseNumber}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p role="status">{lacksGround ? t.groundMissing : ''}</p>
      <div className={styles.buttons}>
        <SecondaryButton busy={make.isPending} disabled={lacksGround} onClick={() => ask('pdf')}>
          {t.pdf}
        </SecondaryButton>
        <SecondaryButton busy={make.isPending} disabled={lacksGround} onClick={() => ask('json')}>
          {t.json}
        </SecondaryButton>
      </div>
      <ProblemNotice problem={make.error} />
    </div>
  );
};

const NoteChoices = ({
  notes,
  withheld,
  onChange,
}: {
  notes: readonly CopiedNoteView[];
  withheld: readonly string[];
  onChange: (withheld: readonly string[]) => void;
}) => {
  const { copy: t } = useTexts(privacyTexts);
  const language = useLanguage();
  if (notes.length === 0) return <p>{t.noNotes}</p>;
  return (
    <fieldset className={styles.choices}>
      <legend>{t.notes(notes.length)}</legend>
      <p>{t.notesHelp}</p>
      {notes.map((note) => {
        const id = noteIdOf(note);
        return (
          <label key={id} className={styles.noteChoice}>
            <input
              type="checkbox"
              checked={!withheld.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? withheld.filter((one) => one !== id) : [...withheld, id])
              }
            />
            <span>
              <span className={styles.quiet}>
                {formatDate(note.at, language)} · {note.caseNumber}
              </span>
              <br />
              {note.body}
              {note.call !== null && (note.call ? t.called : t.calledInVain)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};

const GroundChoice = ({
  ground,
  onChange,
}: {
  ground: WithholdingGround | undefined;
  onChange: (ground: WithholdingGround) => void;
}) => {
  const { copy: t } = useTexts(privacyTexts);
  return (
    <div className={styles.plain}>
      <fieldset className={styles.choices}>
        <legend>{t.ground}</legend>
        <p>{t.groundHelp}</p>
        {withholdingGrounds.map((one) => (
          <label key={one}>
            <input type="radio" name="ground" checked={ground === one} onChange={() => onChange(one)} />
            {t.grounds[one]}
          </label>
        ))}
      </fieldset>
    </div>
  );
};

const save = ({
  fileName,
  mediaType,
  base64,
}: {
  fileName: string;
  mediaType: string;
  base64: string;
}): void => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};
