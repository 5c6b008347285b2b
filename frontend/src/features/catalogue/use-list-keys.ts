import type { RefObject } from 'react';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useHotkeys } from '../../platform/hotkeys.js';

/** Arrows and j/k walk the titles of a list, Space chooses for comparison; only while focus is in the list. */
export const useListKeys = (
  list: RefObject<HTMLElement | null>,
  { toggle }: { toggle: (position: number) => void },
): void => {
  const { search: t, keys } = useTexts(catalogueTexts);
  const titles = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
  const present = (): number =>
    titles().findIndex((title) => title.closest('li')?.contains(document.activeElement));
  const move = (step: number): void => {
    const all = titles();
    const next = all[Math.min(Math.max(present() + step, 0), all.length - 1)];
    next?.focus();
    next?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (): void => {
    if (present() >= 0) toggle(present());
  };
  useHotkeys(
    [
      { key: 'j', label: keys.next, act: () => move(1) },
      { key: 'ArrowDown', label: keys.next, act: () => move(1) },
      { key: 'k', label: keys.previous, act: () => move(-1) },
      { key: 'ArrowUp', label: keys.previous, act: () => move(-1) },
      { key: ' ', label: keys.compare, act: choose },
    ],
    { heading: t.list, within: list },
  );
};
