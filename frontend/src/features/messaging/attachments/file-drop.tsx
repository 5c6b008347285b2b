import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { useTexts } from '../../../i18n/use-texts.js';
import styles from './attachments.module.css';

/** Takes files that are dropped or pasted anywhere on what it holds. Text is left to the field. */
export const FileDrop = ({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) => {
  const t = useTexts(attachmentTexts);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent): void => {
    setIsOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    onFiles([...event.clipboardData.files]);
  };
  return (
    // For a pointer's convenience alone: the button beside does the same for the keyboard.
    <div
      role="presentation"
      className={styles.drop}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {children}
      {isOver && <p className={styles.over}>{t.dropHere}</p>}
    </div>
  );
};
