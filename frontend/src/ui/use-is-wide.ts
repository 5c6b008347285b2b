import { useSyncExternalStore } from 'react';

const wide = '(min-width: 75rem)';

/** Whether a list and what is open of it fit side by side. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', listener);
      return () => query.removeEventListener?.('change', listener);
    },
    () => window.matchMedia(wide).matches,
  );
