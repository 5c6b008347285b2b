import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** The present instant as ISO text: the only place in the browser that reads the clock. */
export type ReadClock = () => string;

const systemMs = (): number => Date.now();
const ClockContext = createContext<ReadClock>(() => new Date(systemMs()).toISOString());

/**
 * Lets the page live on the server's day: a browser whose clock is wrong, or a demonstration on a fixed day,
 * counts "tomorrow" from the server's time.
 *
 * @param serverNow the server's instant when it answered
 */
export const ClockProvider = ({
  serverNow,
  children,
}: {
  serverNow: string | undefined;
  children: ReactNode;
}) => {
  const clock = useMemo<ReadClock>(() => {
    const aheadMs = serverNow ? Date.parse(serverNow) - systemMs() : 0;
    return () => new Date(systemMs() + aheadMs).toISOString();
  }, [serverNow]);
  return <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>;
};

const minuteMs = 60_000;

/** The present instant, renewed once a minute. */
export const useNow = (): string => {
  const clock = useContext(ClockContext);
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((passed) => passed + 1), minuteMs);
    return () => clearInterval(timer);
  }, []);
  // Read anew when a minute has passed or the server has told another time.
  return useMemo(() => (minute >= 0 ? clock() : ''), [clock, minute]);
};
