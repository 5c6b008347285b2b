import { readFileSync } from 'node:fs';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { Role } from '@rinnalla/shared/organization/role';
import type { sessionRoutes } from '@rinnalla/shared/organization/session-routes';

export type DemonstrationSignIn = ResponseOf<typeof sessionRoutes.demonstrationSignIns>['signIns'][number];

/** One password for every invented person. It opens nothing real. */
export const demonstrationPassword = 'yhdessa-alkuun';

interface Team {
  name: Localized;
  people: { givenName: string; surname: string; email: string; role: Role; shown?: boolean }[];
}

const { authorities, associations } = JSON.parse(
  readFileSync(new URL(import.meta.resolve('#demo/people.json')), 'utf8'),
) as { authorities: Team[]; associations: Team[] };

/** The invented people whose sign-ins are shown: those of the written scenarios. */
export const demonstrationSignIns: DemonstrationSignIn[] = [...authorities, ...associations].flatMap(
  ({ name, people }) =>
    people
      .filter(({ shown }) => shown)
      .map((person) => ({
        email: person.email,
        password: demonstrationPassword,
        name: `${person.givenName} ${person.surname}`,
        role: person.role,
        organization: name,
      })),
);
