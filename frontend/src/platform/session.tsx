import type { Language } from '@rinnalla/shared/kernel/localized';
import type { Role } from '@rinnalla/shared/organization/role';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { queryOptions, useQuery, type UseQueryResult, useSuspenseQuery } from '@tanstack/react-query';
import { call } from './call.js';
import { sessionKey } from './session-key.js';

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => call(sessionRoutes.read, {}, { signal }),
  staleTime: 5 * 60_000,
});

/** The session while it is being asked for, too: for the frame of the page. */
export const useSessionQuery = (): UseQueryResult<SessionView> => useQuery(sessionQuery);

/** The session; the frame shows a screen only once it is known. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

type Person = NonNullable<SessionView['person']>;
type Acting = NonNullable<SessionView['acting']>;

/** A signed-in person who acts for an organization: what every screen behind the sign-in has. */
export interface Member {
  person: Person;
  acting: Acting;
}

export const memberOf = (session: SessionView | undefined): Member | undefined =>
  session?.person && session.acting ? { person: session.person, acting: session.acting } : undefined;

export const useMember = (): Member => {
  const member = memberOf(useSession());
  if (!member) throw new Error('This screen is only for those who act for an organization.');
  return member;
};

export const useRole = (): Role | undefined => useSession().acting?.role;

/** One connection per membership: another person, organization or role opens a new one. */
export const actorKeyOf = (session: SessionView | undefined): string | undefined => {
  const member = memberOf(session);
  return member && `${member.person.id}:${member.acting.membershipId}`;
};

export const personLanguage = (session: SessionView | undefined): Language | undefined =>
  session?.person?.language;
