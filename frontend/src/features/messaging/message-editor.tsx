import type { ContactRule } from '@rinnalla/shared/client/sensitive-kinds';
import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import { isCorrection, messageBody } from '@rinnalla/shared/messaging/message-rules';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { useEffect, useId, useRef, useState } from 'react';
import { messagingTexts } from '../../i18n/messaging.js';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { newKey } from '../../platform/call.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { useTextGuard } from '../../ui/text-guard/use-text-guard.js';
import styles from './composer.module.css';

interface MessageEditorProps {
  line: MessageLine;
  conversationId: string;
  contacts: ContactRule;
  onDone: () => void;
}

/** A new text for an own message. Refused or offline, the text stays in the field. */
export const MessageEditor = ({ line, conversationId, contacts, onDone }: MessageEditorProps) => {
  const t = useTexts(messagingTexts);
  const ui = useTexts(uiTexts);
  const now = useNow();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(line.body ?? '');
  const clientMessageId = useRef(newKey());
  const edit = useAction(messagingRoutes.edit, { onDone });
  const parsed = messageBody.safeParse(text);
  useEffect(() => field.current?.focus(), []);
  const guard = useTextGuard(contacts);
  const save = async (): Promise<void> => {
    if (!parsed.success || parsed.data === line.body) return onDone();
    const acknowledged = await guard.ask([{ text: parsed.data, fieldId: id }]);
    if (!acknowledged) return;
    edit.mutate({
      params: { conversationId, seq: line.seq },
      body: {
        clientMessageId: clientMessageId.current,
        body: parsed.data,
        ...(acknowledged.length > 0 ? { acknowledged } : {}),
      },
    });
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {t.editBox}
      </label>
      {isCorrection(new Date(line.at), new Date(now)) && <p id={`${id}-help`}>{t.correctHelp}</p>}
      <div className={styles.growing} data-text={text}>
        <textarea
          ref={field}
          id={id}
          className={styles.field}
          rows={2}
          value={text}
          aria-describedby={`${id}-help`}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
          onChange={(event) => {
            setText(event.target.value);
            // Another text is another edit: its own id.
            clientMessageId.current = newKey();
          }}
        />
      </div>
      <ProblemNotice problem={edit.error} />
      {guard.dialog}
      <div className={styles.actions}>
        <PrimaryButton type="submit" busy={edit.isPending}>
          {t.save}
        </PrimaryButton>
        <SecondaryButton onClick={onDone}>{ui.cancel}</SecondaryButton>
      </div>
    </form>
  );
};
