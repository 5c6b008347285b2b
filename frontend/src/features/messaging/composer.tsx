import { sensitiveHintsIn } from '@rinnalla/shared/client/sensitive-text';
import { messageBody } from '@rinnalla/shared/messaging/message-rules';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { IconWarning } from 'suomifi-icons';
import { messagingTexts } from '../../i18n/messaging.js';
import { sensitiveTexts } from '../../i18n/sensitive.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import styles from './composer.module.css';

interface ComposerProps {
  label: string;
  submitLabel: string;
  draft: string;
  onChange: (text: string) => void;
  onSend: (body: string) => void;
  /** Between the field and its buttons: files that go with the message. */
  attachments?: ReactNode;
}

/** A field that grows with its text. Enter is a new line; Ctrl+Enter and the button send. */
export const Composer = ({ label, submitLabel, draft, onChange, onSend, attachments }: ComposerProps) => {
  const t = useTexts(messagingTexts);
  const sensitive = useTexts(sensitiveTexts);
  const id = useId();
  const parsed = messageBody.safeParse(draft);
  const isTooLong = !parsed.success && parsed.error.issues.some(({ message }) => message === 'tooLong');
  const hints = sensitiveHintsIn(draft).map((hint) => sensitive[hint]);
  const send = (): void => {
    if (parsed.success) onSend(parsed.data);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.growing} data-text={draft}>
        <textarea
          id={id}
          className={styles.field}
          rows={2}
          value={draft}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          aria-describedby={`${id}-hints ${id}-keys`}
          aria-invalid={isTooLong || undefined}
        />
      </div>
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
      <div className={styles.actions}>
        <PrimaryButton type="submit">{submitLabel}</PrimaryButton>
        <p id={`${id}-keys`} className={styles.keys}>
          {t.sendKeys}
        </p>
      </div>
    </form>
  );
};
