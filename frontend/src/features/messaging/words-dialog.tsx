import type { ContactRule, SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { messageBody } from '@rinnalla/shared/messaging/message-rules';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { PrimaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { fieldId, Form } from '../../ui/form/form.js';
import { SensitiveTextNotice } from '../../ui/form/sensitive-text-notice.js';
import { TextareaField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { useTextGuard } from '../../ui/text-guard/use-text-guard.js';
import styles from './quotation.module.css';

const schema = z.strictObject({ body: messageBody });

interface WordsDialogProps {
  title: string;
  help: string;
  label: string;
  hint?: string;
  /** What stands in the field until its writer knows better. */
  ready?: string;
  send: string;
  /** Lines in sight. */
  rows?: number;
  contacts: ContactRule;
  /** The words that these answer: the dialog covers where they stand. */
  about?: string | null;
  /** Names of files that go along: words like any. */
  fileNames?: readonly string[];
  /** What it throws is shown, and the words stay. */
  onSend: (words: string, acknowledged: SensitiveKind[]) => unknown;
  /** A finer sentence for what it throws. */
  refusal?: string;
  onClose: () => void;
  /** Between the help and the words. */
  children?: ReactNode;
}

/** Words that are written beside the box, and leave what is being written there alone. */
export const WordsDialog = ({
  title,
  help,
  label,
  hint,
  ready = '',
  send,
  rows = 3,
  contacts,
  about,
  fileNames = [],
  onSend,
  refusal,
  onClose,
  children,
}: WordsDialogProps) => {
  const guard = useTextGuard(contacts);
  const form = useServerForm({ schema, defaultValues: { body: ready } });
  const submit = async ({ body }: z.output<typeof schema>): Promise<void> => {
    const said = [body, ...fileNames].map((text) => ({ text, fieldId: fieldId('body') }));
    const acknowledged = await guard.ask(said);
    if (acknowledged) await onSend(body, acknowledged);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} onSubmit={submit} label={title} problemSentence={refusal}>
        {about && <blockquote className={styles.quotation}>{about}</blockquote>}
        <p>{help}</p>
        {children}
        <TextareaField name="body" label={label} hint={hint} rows={rows} />
        <SensitiveTextNotice name="body" />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {send}
          </PrimaryButton>
        </div>
      </Form>
      {guard.dialog}
    </Dialog>
  );
};
