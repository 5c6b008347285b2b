import { useEffect, useSyncExternalStore } from 'react';

/** What the reader should know of the network: is there one, and how much waits for it. */
export interface Connection {
  online: boolean;
  /** Live updates: `off` when nobody is signed in. */
  live: 'off' | 'connecting' | 'connected' | 'lost';
  /** Changes typed while offline that have not been sent. */
  waiting: number;
}

let connection: Connection = {
  online: typeof navigator === 'undefined' ? true : navigator.onLine,
  live: 'off',
  waiting: 0,
};
const listeners = new Set<() => void>();

export const setConnection = (change: Partial<Connection>): void => {
  connection = { ...connection, ...change };
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  const update = (): void => setConnection({ online: navigator.onLine });
  listeners.add(listener);
  window.addEventListener('online', update);
  window.addEventListener('offline', update);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', update);
    window.removeEventListener('offline', update);
  };
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);

/** Tells the offline strip how many changes of a feature wait to be sent. */
export const useWaitingChanges = (count: number): void => {
  useEffect(() => {
    setConnection({ waiting: count });
    return () => setConnection({ waiting: 0 });
  }, [count]);
};
