import { kindsOf } from '@rinnalla/shared/client/sensitive-kinds';
import { findingsToAsk } from '@rinnalla/shared/client/text-guard';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import { bodyBesideFiles, messageBody, mostMentions } from '@rinnalla/shared/messaging/message-rules';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { IconWarning } from 'suomifi-icons';
import { messagingTexts } from '../../i18n/messaging.js';
import { sensitiveTexts } from '../../i18n/sensitive.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { useTextGuard } from '../../ui/text-guard/use-text-guard.js';
import styles from './composer.module.css';
import { MentionList } from './mention-list.js';
import { useMentions } from './use-mentions.js';

interface ComposerProps {
  view: ConversationView;
  draft: string;
  onChange: (text: string) => void;
  onSend: (body: string, parts: MessageParts) => void;
  /** Under the field: ready messages, proposals. */
  tools?: ReactNode;
  /** Over the field: the message that this one speaks to. */
  quotation?: ReactNode;
  /** Between the field and its buttons: files that go with the message. */
  attachments?: ReactNode;
  /** Names of the files: words like any. */
  fileNames?: readonly string[];
  /** Files speak for themselves: the text may be none. */
  mayBeEmpty?: boolean;
  /** Beside the buttons: that the draft is kept. */
  state?: string;
}

/** A field that grows with its text. Enter is a new line; Ctrl+Enter and the button send. `@` opens the case team. */
export const Composer = ({
  view,
  draft,
  onChange,
  onSend,
  tools,
  attachments,
  quotation,
  fileNames = [],
  mayBeEmpty = false,
  state,
}: ComposerProps) => {
  const t = useTexts(messagingTexts);
  const words = t[view.audience];
  const sensitive = useTexts(sensitiveTexts);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions(view, draft, field, onChange);
  const parsed = (mayBeEmpty ? bodyBesideFiles : messageBody).safeParse(draft);
  const isTooLong = !parsed.success && parsed.error.issues.some(({ message }) => message === 'tooLong');
  const hints = kindsOf(findingsToAsk(draft, view.contacts)).map((kind) => sensitive[kind]);
  const guard = useTextGuard(view.contacts);
  const send = async (): Promise<void> => {
    if (!parsed.success) return;
    const acknowledged = await guard.ask([
      { text: parsed.data, fieldId: id },
      ...fileNames.map((text) => ({ text, fieldId: id })),
    ]);
    if (!acknowledged) return;
    const called = mentions.calledIn(parsed.data).slice(0, mostMentions);
    onSend(parsed.data, {
      ...(called.length > 0 ? { mentions: called.map(({ membershipId }) => membershipId) } : {}),
      ...(acknowledged.length > 0 ? { acknowledged } : {}),
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mentions.onKeyDown(event)) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  const isListOpen = mentions.people.length > 0;
  return (
    // No form: the tools below open forms of their own, whose submitting must never send what is being written here.
    <div className={styles.composer}>
      <label htmlFor={id} className={styles.label}>
        {words.box}
      </label>
      {quotation}
      <div className={styles.growing} data-text={draft}>
        <textarea
          ref={field}
          id={id}
          className={styles.field}
          rows={2}
          value={draft}
          onChange={(event) => {
            onChange(event.target.value);
            mentions.look();
          }}
          onKeyDown={onKeyDown}
          onBlur={mentions.close}
          aria-autocomplete="list"
          aria-controls={isListOpen ? `${id}-people` : undefined}
          aria-activedescendant={isListOpen ? `${id}-people-${mentions.active}` : undefined}
          aria-describedby={`${id}-hints ${id}-keys`}
          aria-invalid={isTooLong || undefined}
        />
      </div>
      <MentionList id={`${id}-people`} mentions={mentions} />
      <div id={`${id}-hints`} role="status">
        {isTooLong && <p className={styles.refusal}>{t.tooLong}</p>}
        {hints.map((hint) => (
          <p key={hint} className={styles.hint}>
            <IconWarning aria-hidden className={styles.icon} />
            {hint}
          </p>
        ))}
      </div>
      {attachments}
      {guard.dialog}
      <div className={styles.actions}>
        <PrimaryButton onClick={() => void send()}>{words.send}</PrimaryButton>
        {tools}
        <p id={`${id}-keys`} className={styles.keys}>
          <span className={styles.keyboard}>{t.sendKeys}</span>
          {state && <span>{state}</span>}
        </p>
      </div>
    </div>
  );
};
