import type { ReceiverCard } from '@rinnalla/shared/referral/referral';
import type { ComposerValues } from './composer-values.js';

type Written = Pick<
  ComposerValues,
  'goal' | 'needs' | 'background' | 'agreed' | 'binding' | 'contactWishes' | 'planExtract' | 'mayCarryExtract'
>;

/** The receiver's card with what is being written: all of it belongs to the first stage, but the plan's extract to the promise. */
export const filledCard = (card: ReceiverCard, written: Written): ReceiverCard => ({
  ...card,
  goal: written.goal,
  needs: [...written.needs],
  background: written.background || null,
  agreed: written.agreed || null,
  binding: written.binding,
  contactWishes: written.contactWishes || null,
  ...(card.planExtract !== undefined && {
    planExtract: (written.mayCarryExtract && written.planExtract) || null,
  }),
});
