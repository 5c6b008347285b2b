import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { Act } from '../use-transition.js';

export interface ActFormProps {
  view: ReferralView;
  /** Does the act; throws the server's refusal for the form to show. */
  onAct: (act: Act) => Promise<void>;
  onCancel: () => void;
  /** Somebody was first: read what stands now. */
  onConflict: () => void;
}

/** The acts that a person does on a referral, the most wanted first: the order of the buttons. */
const formedActions = [
  'accept',
  'offer',
  'take_offer',
  'refuse_offer',
  'waitlist',
  'decline',
  'answer',
  'start',
  'report',
  'approve',
  'finish',
  'ask',
  'not_started',
  'withdraw',
  'undo',
] as const satisfies readonly ReferralAction[];
export type FormedAction = (typeof formedActions)[number];

/** Those of a view's actions that have a form here, in order. */
export const formedActionsOf = ({ actions }: Pick<ReferralView, 'actions'>): FormedAction[] =>
  formedActions.filter((action) => actions.includes(action));
