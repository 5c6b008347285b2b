import { randomUUID } from 'node:crypto';
import type { Asking, Make } from './authorization-example.js';
import { type SignedIn, signedIn } from './people.js';

/** Somebody new in the organization of whoever leads one; in the association for all others. */
const someone = async ({ world: { setting, people }, server, caller }: Asking): Promise<SignedIn> => {
  const isMunicipal = caller === people.serviceManager || caller === people.administrator;
  return signedIn(
    server.owner,
    isMunicipal
      ? { organizationId: setting.municipalityId, role: 'coach' }
      : { organizationId: setting.associationId, role: 'providerWorker' },
  );
};
const invited = async (asking: Asking): Promise<SignedIn> => {
  const who = await someone(asking);
  await asking.server.owner.query(`update membership set invited_at = '2026-11-24T06:00Z' where id = $1`, [
    who.membershipId,
  ]);
  return who;
};
const paramsOf = ({ membershipId }: SignedIn) => ({ params: { membershipId } });
const roleFor = ({ world: { people }, caller }: Asking) =>
  caller === people.serviceManager || caller === people.administrator ? 'coach' : 'providerWorker';

/** The lines of the list of people. */
export const memberExamples: Record<string, Make> = {
  'POST /organization/members/search': () => ({ body: {} }),
  'GET /organization/members/:membershipId': async (asking) => paramsOf(await someone(asking)),
  'POST /organization/members': (asking) => ({
    body: {
      email: `${randomUUID()}@people.example`,
      givenName: 'Outi',
      surname: 'Berg',
      language: 'fi',
      role: roleFor(asking),
      validFrom: '2026-11-24',
    },
  }),
  'POST /organization/members/:membershipId/invitation': async (asking) => paramsOf(await invited(asking)),
  'DELETE /organization/members/:membershipId/invitation': async (asking) => paramsOf(await invited(asking)),
  'PUT /organization/members/:membershipId': async (asking) => ({
    ...paramsOf(await someone(asking)),
    body: { version: 1, role: roleFor(asking), validFrom: '2020-01-01', validTo: '2026-12-31' },
  }),
};
