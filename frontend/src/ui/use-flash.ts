import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../platform/announcer.js';

const flashMs = 1_000;

/**
 * Marks what somebody else just changed: true for one second, and the sentence is told politely.
 *
 * @param version of what is on the screen; another one of the same `id` is a change
 * @param isOwn the newest change is the reader's own, which needs no telling
 */
export const useFlash = (
  id: string,
  version: number | undefined,
  sentence: string,
  isOwn = false,
): boolean => {
  const announce = useAnnounce();
  const seen = useRef({ id, version });
  const [isFlashing, setFlashing] = useState(false);
  useEffect(() => {
    const before = seen.current;
    seen.current = { id, version };
    if (before.id !== id || before.version === undefined || version === undefined) return;
    if (isOwn || before.version >= version) return;
    announce(sentence);
    setFlashing(true);
  }, [id, version, sentence, isOwn, announce]);
  useEffect(() => {
    if (!isFlashing) return;
    const timer = setTimeout(() => setFlashing(false), flashMs);
    return () => clearTimeout(timer);
  }, [isFlashing]);
  return isFlashing;
};
