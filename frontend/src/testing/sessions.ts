import type { Role } from '@rinnalla/shared/organization/role';
import type { SessionView } from '@rinnalla/shared/organization/session-routes';

/** The clock of every scenario: Tuesday 24.11.2026 08.00 in Helsinki. */
export const scenarioNow = '2026-11-24T06:00:00.000Z';

export const anonymous: SessionView = {
  demonstration: false,
  now: scenarioNow,
  person: null,
  acting: null,
  memberships: [],
  signIn: null,
};

type Organization = NonNullable<SessionView['acting']>['organization'];

export const kouvola: Organization = {
  id: '00000000-0000-4000-8000-0000000000a1',
  name: { fi: 'Kouvola', sv: 'Kouvola' },
  kind: 'municipality',
};
export const salmenpaa: Organization = {
  id: '00000000-0000-4000-8000-0000000000a2',
  name: { fi: 'Salmenpään Rinnallakulkijat ry', sv: 'Salmenpään Rinnallakulkijat rf' },
  kind: 'association',
};

interface SignedIn {
  givenName: string;
  surname: string;
  role: Role;
  organization: Organization;
  language?: 'fi' | 'sv' | 'en';
}

/** A session of somebody who acts for one organization. */
export const aSession = ({
  givenName,
  surname,
  role,
  organization,
  language = 'fi',
}: SignedIn): SessionView => {
  const membershipId = '00000000-0000-4000-8000-0000000000b1';
  return {
    ...anonymous,
    person: {
      id: '00000000-0000-4000-8000-0000000000c1',
      givenName,
      surname,
      email: `${givenName.toLowerCase()}@example.org`,
      language,
    },
    acting: { membershipId, role, organization, officeHolder: role === 'coach', municipalityCode: '286' },
    memberships: [{ id: membershipId, role, organization, validTo: null }],
  };
};

export const sanna = aSession({
  givenName: 'Sanna',
  surname: 'Koskinen',
  role: 'coach',
  organization: kouvola,
});
export const pekka = aSession({
  givenName: 'Pekka',
  surname: 'Ahola',
  role: 'providerWorker',
  organization: salmenpaa,
});
export const kaisa = aSession({
  givenName: 'Kaisa',
  surname: 'Vuori',
  role: 'providerManager',
  organization: salmenpaa,
});
