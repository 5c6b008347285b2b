import { useEffect, useState } from 'react';

/** The token behind the `#` of a mailed link. It is read once and taken out of the address, so that it stays in no history. */
export const useLinkToken = (): string => {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return token;
};
