import { type RefObject, useEffect, useRef } from 'react';

/** Leads to one message, once, as soon as the log has come so far: it takes focus, so that a screen reader begins there. */
export const useShownMessage = (
  log: RefObject<HTMLElement | null>,
  seq: number | undefined,
  lastSeq: number,
): void => {
  const isShown = useRef(false);
  useEffect(() => {
    if (isShown.current || seq === undefined || lastSeq < seq) return;
    const message = log.current?.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
    if (!message) return;
    isShown.current = true;
    message.scrollIntoView?.({ block: 'center' });
    message.focus({ preventScroll: true });
  }, [log, seq, lastSeq]);
};
