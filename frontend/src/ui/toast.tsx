import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { IconCheckCircle, IconClose } from 'suomifi-icons';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import { useAnnounce } from '../platform/announcer.js';
import styles from './toast.module.css';

interface ToastContent {
  text: string;
  /** Given for everything that can be taken back. */
  undo?: () => void;
}

interface Shown extends ToastContent {
  id: number;
}

type ShowToast = (content: ToastContent) => void;
const ToastContext = createContext<ShowToast>(() => undefined);

/** Long enough to read and to reach the button (WCAG 2.2.1); hovering or focusing holds it. */
const visibleMs = 12_000;

/** What was done, at the corner, with its undo. One at a time: the newest act is the one to take back. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const ui = useTexts(uiTexts);
  const announce = useAnnounce();
  const [shown, setShown] = useState<Shown>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const nextId = useRef(0);

  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(undefined), visibleMs);
  }, []);
  const show = useCallback<ShowToast>(
    (content) => {
      nextId.current += 1;
      setShown({ ...content, id: nextId.current });
      announce(content.text);
      release();
    },
    [announce, release],
  );
  const close = (): void => {
    hold();
    setShown(undefined);
  };

  return (
    <ToastContext.Provider value={useMemo(() => show, [show])}>
      {children}
      {shown && (
        // It is not pressed: being pointed at or focused only holds it in sight.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <section
          key={shown.id}
          className={styles.toast}
          aria-label={ui.notice}
          onMouseEnter={hold}
          onMouseLeave={release}
          onFocus={hold}
          onBlur={release}
        >
          <IconCheckCircle className={styles.icon} aria-hidden />
          <p className={styles.text}>{shown.text}</p>
          {shown.undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                shown.undo?.();
                close();
              }}
            >
              {ui.undo}
            </button>
          )}
          <button type="button" className={styles.close} onClick={close} aria-label={ui.close}>
            <IconClose aria-hidden />
          </button>
        </section>
      )}
    </ToastContext.Provider>
  );
};

/** Shows what was done: `toast({ text: t.saved, undo: () => … })`. */
export const useToast = (): ShowToast => useContext(ToastContext);
