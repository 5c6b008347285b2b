import { useCallback } from 'react';
import { messageActTexts } from '../../i18n/message-acts.js';
import { useTexts } from '../../i18n/use-texts.js';

/** That the client was called, in the reader's language. */
export const useCallSentence = (): ((reached: boolean) => string) => {
  const { call } = useTexts(messageActTexts);
  return useCallback((reached) => (reached ? call.reached : call.notReached), [call]);
};
