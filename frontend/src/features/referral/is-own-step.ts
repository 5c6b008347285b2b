import { displayName } from '@rinnalla/shared/organization/actor';
import type { ReferralView } from '@rinnalla/shared/referral/referral';

/** Whether the newest step is the reader's own: what one did oneself is not news. */
export const isOwnStep = (
  { steps }: Pick<ReferralView, 'steps'>,
  person: { givenName: string; surname: string },
): boolean => {
  const newest = steps.reduce<ReferralView['steps'][number] | undefined>(
    (last, step) => (last && last.version > step.version ? last : step),
    undefined,
  );
  return newest?.actorName === displayName(person);
};
