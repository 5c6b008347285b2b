import { flushSync } from 'react-dom';

const lineOf = (seq: number): HTMLElement | null => document.querySelector(`[data-seq="${seq}"]`);

/** Gives a message focus where it stands, so that a screen reader goes on from there. */
export const focusLine = (seq: number): void => lineOf(seq)?.focus({ preventScroll: true });

/** Leads to a message, as a search does. */
export const showLine = (seq: number): void => {
  lineOf(seq)?.scrollIntoView?.({ block: 'center' });
  focusLine(seq);
};

/** Closes a dialog that was opened from a message. Its button may be gone by then, so the message takes the focus. */
export const closeOnto = (seq: number, close: () => void): void => {
  flushSync(close);
  focusLine(seq);
};
