import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  /** What the button shows. */
  button: ReactNode;
  /** The button's name when what it shows is not enough. */
  label?: string;
  className?: string;
  /** The content; it gets the way to close itself. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel under itself; Esc, leaving it and pressing outside close it. */
export const Disclosure = ({ button, label, className, children }: DisclosureProps) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', closeOnEscape);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen, close]);

  return (
    <div ref={root} className={styles.root}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          <Panel close={close}>{children}</Panel>
        </div>
      )}
    </div>
  );
};

const Panel = ({ close, children }: { close: () => void; children: DisclosureProps['children'] }) =>
  children(close);
