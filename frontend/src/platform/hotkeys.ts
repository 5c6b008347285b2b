import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';

/** A key, what it does in words, and the act. `mod+k` is ⌘K or Ctrl-K. */
export interface Hotkey {
  key: string;
  label: string;
  act: () => void;
}

interface Scope {
  heading: string;
  hotkeys: readonly Hotkey[];
}

const scopes = new Set<RefObject<Scope>>();
const offCookie = 'hotkeys=off';
let enabled = typeof document === 'undefined' || !document.cookie.includes(offCookie);
const listeners = new Set<() => void>();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const matches = (event: KeyboardEvent, key: string): boolean => {
  const held = event.metaKey || event.ctrlKey;
  if (key.startsWith('mod+')) return held && !event.altKey && event.key.toLowerCase() === key.slice(4);
  return !held && !event.altKey && event.key === key;
};

interface HotkeyOptions {
  /** Title of the group in the keyboard help. */
  heading: string;
  /** Single keys work only while focus is inside (WCAG 2.1.4); undefined: anywhere but in inputs. */
  within?: RefObject<HTMLElement | null>;
}

/** Keyboard shortcuts of a list or a screen; they are shown by `?` and obey the reader's off switch. */
export const useHotkeys = (hotkeys: readonly Hotkey[], { heading, within }: HotkeyOptions): void => {
  const scope = useRef<Scope>({ heading, hotkeys });
  useEffect(() => {
    scope.current = { heading, hotkeys };
  });
  useEffect(() => {
    scopes.add(scope);
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isDialogOpen()) return;
      const hotkey = scope.current.hotkeys.find((candidate) => matches(event, candidate.key));
      if (!hotkey) return;
      const isSingle = !hotkey.key.startsWith('mod+');
      if (isSingle && (!enabled || isTyping(event.target))) return;
      if (isSingle && within && !within.current?.contains(event.target as Node)) return;
      event.preventDefault();
      hotkey.act();
    };
    document.addEventListener('keydown', listen);
    return () => {
      scopes.delete(scope);
      document.removeEventListener('keydown', listen);
    };
  }, [within]);
};

const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** What can be pressed on this screen now, for the keyboard help. */
export const presentHotkeys = (): Scope[] =>
  [...scopes].map(({ current }) => current).filter(({ hotkeys }) => hotkeys.length > 0);

export const setHotkeysEnabled = (next: boolean): void => {
  enabled = next;
  document.cookie = next
    ? 'hotkeys=; path=/; max-age=0'
    : `${offCookie}; path=/; max-age=31536000; samesite=lax`;
  for (const listener of listeners) listener();
};

export const useHotkeysEnabled = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => enabled,
  );
