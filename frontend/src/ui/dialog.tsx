import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconClose } from 'suomifi-icons';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** `sheet` slides up from the bottom on a phone, for filters and choices. */
  form?: 'card' | 'sheet';
  /** `wide` for tables, `full` for a screen that is turned to somebody else. */
  size?: 'reading' | 'wide' | 'full';
  /** The id of what is read after the title, when focus begins on a choice. */
  describedBy?: string;
  /** The buttons at the bottom. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A modal on the browser's own `<dialog>`: focus stays inside, Esc closes, what is behind is inert, and focus
 * returns to where it was. Render it to open it.
 */
export const Dialog = ({
  title,
  onClose,
  form = 'card',
  size = 'reading',
  describedBy,
  actions,
  children,
}: DialogProps) => {
  const ui = useTexts(uiTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={[
        styles.dialog,
        form === 'sheet' && styles.sheet,
        size === 'wide' && styles.wideDialog,
        size === 'full' && styles.fullDialog,
      ]
        .filter(Boolean)
        .join(' ')}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={onClose}>
          <IconClose aria-hidden />
          <span>{ui.close}</span>
        </button>
      </header>
      <div className={styles.body}>{children}</div>
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
};
