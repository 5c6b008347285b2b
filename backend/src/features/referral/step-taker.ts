import type { Member } from '@rinnalla/shared/organization/actor';

/** As whom a step is taken: its rights, and the name in the history. */
export type StepTaker = Pick<Member, 'personId' | 'givenName' | 'surname' | 'organization' | 'role'>;
