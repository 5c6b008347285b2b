import { createContext, useContext } from 'react';
import { matchPath } from 'react-router';

const ScreensContext = createContext<readonly string[]>([]);
/** Tells the features which addresses lead somewhere; `app` knows them all. */
export const ScreensProvider = ScreensContext.Provider;

/** Whether an address has a screen: a feature leads to another only where there is one. */
export const useScreenExists = (path: string): boolean =>
  useContext(ScreensContext).some((pattern) => matchPath(pattern, path) !== null);
