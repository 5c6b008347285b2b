import type { Language, Localized } from '../kernel/localized.js';
import type { OrganizationKind, Role } from './role.js';

/** Who acts in a request: a signed-in person and the one organization they act for now. */
export interface Actor {
  sessionId: string;
  personId: string;
  givenName: string;
  surname: string;
  language: Language;
  /** Unset until a person with several memberships has chosen. */
  membershipId?: string;
  organization?: { id: string; name: Localized; kind: OrganizationKind };
  role?: Role;
  /** Valid virkasuhde in this membership today. */
  officeHolder: boolean;
}

/** An actor who acts for an organization: what every case route needs. */
export type Member = Actor & Required<Pick<Actor, 'membershipId' | 'organization' | 'role'>>;

export const isMember = (actor: Actor | undefined): actor is Member =>
  Boolean(actor?.role && actor.organization);

/** The name that others see and that stays in the history. */
export const displayName = (actor: Pick<Actor, 'givenName' | 'surname'>): string =>
  `${actor.givenName} ${actor.surname}`;
