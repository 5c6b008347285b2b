import type { InputOf, ResponseOf, Route } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { conversationCardTexts } from '../../i18n/conversation-cards.js';
import { useTexts } from '../../i18n/use-texts.js';
import { newKey } from '../../platform/call.js';
import { useAction } from '../../platform/use-action.js';

/** One answer, however often it is tried: the same id, so that a lost connection never answers twice. */
export const useCardAnswer = <R extends Route>(
  route: R,
  onDone?: (answer: ResponseOf<R>) => void,
): {
  clientMessageId: string;
  answer: UseMutationResult<ResponseOf<R>, Problem, InputOf<R>>;
  /** Why it was not taken, finer than its code. */
  refusal: string | undefined;
} => {
  const { refusals } = useTexts(conversationCardTexts);
  const [clientMessageId] = useState(newKey);
  const answer = useAction(route, onDone ? { onDone } : {});
  const reason = answer.error?.extra.reason;
  return { clientMessageId, answer, refusal: reason ? refusals[reason] : undefined };
};
