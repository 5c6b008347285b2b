import { type NextStep, waysOf } from '@rinnalla/shared/account/second-factor';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { SessionView } from '@rinnalla/shared/organization/session-routes';
import type { MembershipRow } from './session.query.js';

interface UnderWay {
  next: NextStep;
  row: { has_authenticator: boolean; has_passkey: boolean; person_id: string | null };
}

/** Of a half-open sign-in only what it waits for: not even whose it is. */
const presentSignIn = ({ next, row }: UnderWay): SessionView['signIn'] =>
  next && row.person_id
    ? {
        next,
        ways:
          next === 'secondFactor'
            ? waysOf({ authenticator: row.has_authenticator, passkey: row.has_passkey })
            : [],
      }
    : null;

/** Names every field of a session that leaves the server. */
export const presentSession = (
  actor: Actor | undefined,
  memberships: readonly MembershipRow[],
  facts: { demonstration: boolean; now: Date; signIn?: UnderWay | undefined },
): SessionView => ({
  demonstration: facts.demonstration,
  now: facts.now.toISOString(),
  person: actor
    ? {
        id: actor.personId,
        givenName: actor.givenName,
        surname: actor.surname,
        email: memberships[0]?.email ?? '',
        language: actor.language,
      }
    : null,
  acting:
    actor?.membershipId && actor.role && actor.organization
      ? {
          membershipId: actor.membershipId,
          role: actor.role,
          organization: actor.organization,
          officeHolder: actor.officeHolder,
          municipalityCode:
            memberships.find((row) => row.membership_id === actor.membershipId)?.municipality_code ?? null,
        }
      : null,
  memberships: memberships
    .filter((row) => row.membership_id !== null)
    .map((row) => ({
      id: row.membership_id,
      role: row.role,
      organization: { id: row.organization_id, name: row.organization_name, kind: row.organization_kind },
      validTo: row.valid_to,
    })),
  signIn: facts.signIn ? presentSignIn(facts.signIn) : null,
});
