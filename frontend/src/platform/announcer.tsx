import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

type Announce = (text: string, urgency?: 'polite' | 'assertive') => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/**
 * Two live regions that stand in the page from its start: readers do not hear a region that is born with its text.
 */
export const Announcer = ({ children }: { children: ReactNode }) => {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const region = (urgency === 'polite' ? polite : assertive).current;
    if (!region) return;
    // A new element is read even when its words are the same as the last one's.
    const sentence = document.createElement('p');
    sentence.textContent = text;
    region.replaceChildren(sentence);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div ref={polite} className="visually-hidden" role="status" aria-live="polite" />
      <div ref={assertive} className="visually-hidden" role="alert" aria-live="assertive" />
    </AnnounceContext.Provider>
  );
};

/** Says a sentence to screen readers: `announce(t.saved)`. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);
