import type { ContactRule } from '@rinnalla/shared/client/sensitive-kinds';
import { documentKinds } from '@rinnalla/shared/messaging/message-card';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import { messageBody } from '@rinnalla/shared/messaging/message-rules';
import { z } from 'zod';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { PrimaryButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';
import { SelectField } from '../../../ui/form/choice-fields.js';
import { fieldId, Form } from '../../../ui/form/form.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import { useTextGuard } from '../../../ui/text-guard/use-text-guard.js';

const schema = z.strictObject({ document: z.enum(documentKinds), words: messageBody });

interface DocumentRequestFormProps {
  contacts: ContactRule;
  onSend: (words: string, parts: MessageParts) => void;
  onClose: () => void;
}

/** Asks the other side for one document, and says what for. Sent like any message: it waits when there is no connection. */
export const DocumentRequestForm = ({ contacts, onSend, onClose }: DocumentRequestFormProps) => {
  const { document: t, words: label } = useTexts(conversationCardTexts);
  const guard = useTextGuard(contacts);
  const form = useServerForm({ schema, defaultValues: { words: '' } });
  const submit = async ({ document, words }: z.output<typeof schema>): Promise<void> => {
    const acknowledged = await guard.ask([{ text: words, fieldId: fieldId('words') }]);
    if (!acknowledged) return;
    onSend(words, {
      card: { kind: 'documentRequest', document },
      ...(acknowledged.length > 0 ? { acknowledged } : {}),
    });
    onClose();
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <Form form={form} onSubmit={submit} label={t.title}>
        <p>{t.advice}</p>
        <SelectField
          name="document"
          label={t.kind}
          options={documentKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextareaField name="words" label={label} hint={t.wordsHint} rows={3} />
        <SensitiveTextNotice name="words" />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.send}
          </PrimaryButton>
        </div>
      </Form>
      {guard.dialog}
    </Dialog>
  );
};
