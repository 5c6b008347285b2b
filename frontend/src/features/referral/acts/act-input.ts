import { findReason, reasonKindOf } from '@rinnalla/shared/referral/referral-reasons';
import { transitionInput } from '@rinnalla/shared/referral/transition-input';
import type { z } from 'zod';

type Input = z.output<typeof transitionInput>;

/** A code's own demands: some reasons want a sentence, some a suggestion. The server's guards ask the same. */
const missingOf = (input: Input): string | undefined => {
  const kind = reasonKindOf[input.action];
  const code = 'reason' in input ? input.reason : undefined;
  if (!kind) return undefined;
  if (input.action === 'finish' && input.early && !code) return 'reason';
  const reason = code ? findReason(kind, code) : undefined;
  if (reason?.noteRequired && !('note' in input && input.note)) return 'note';
  if (input.action !== 'decline' || !reason?.asksSuggestion) return undefined;
  return input.suggestedServiceId || input.callRequested ? undefined : 'suggestedServiceId';
};

/** The contract's input of a transition with what its reason asks for. */
export const actInput = transitionInput.superRefine((input, context) => {
  const path = missingOf(input);
  if (path) context.addIssue({ code: 'custom', path: [path], message: 'required' });
});
