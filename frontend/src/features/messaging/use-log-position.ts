import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationDriver } from '@rinnalla/shared/messaging/conversation-driver';
import styles from './conversation.module.css';

const nearEndPx = 48;

interface LogPosition {
  log: RefObject<HTMLDivElement | null>;
  /** How many lines have come below what is being read. */
  below: number;
  toEnd: () => void;
}

/**
 * Keeps the end in sight while one reads the end, and never moves what one reads further up: then the new ones are
 * counted. Opens at the first new line. What is in sight, in a visible page, is marked as read.
 */
export const useLogPosition = (
  driver: ConversationDriver,
  lines: readonly ConversationLine[],
  echoCount: number,
  firstNew: number | undefined,
): LogPosition => {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const seenCount = useRef(lines.length);
  const [below, setBelow] = useState(0);

  const see = useCallback(() => {
    if (document.visibilityState === 'visible') driver.seen();
  }, [driver]);
  const toEnd = useCallback(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
    isAtEnd.current = true;
    setBelow(0);
    see();
  }, [see]);

  const placed = useRef(false);
  useLayoutEffect(() => {
    // Once, when the log appears.
    if (placed.current) return;
    placed.current = true;
    const divider = firstNew === undefined ? undefined : log.current?.querySelector(`.${styles.divider}`);
    if (divider && log.current) log.current.scrollTop = (divider as HTMLElement).offsetTop - nearEndPx;
    else toEnd();
  }, [firstNew, toEnd]);

  useEffect(() => {
    if (isAtEnd.current) toEnd();
    else setBelow((count) => count + Math.max(0, lines.length - seenCount.current));
    seenCount.current = lines.length;
  }, [lines, echoCount, toEnd]);

  useEffect(() => {
    const element = log.current;
    const look = (): void => {
      if (!element) return;
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
      if (!isAtEnd.current) return;
      setBelow(0);
      see();
    };
    element?.addEventListener('scroll', look);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      element?.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [see]);

  return { log, below, toEnd };
};
