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

const anOffice = {
  authority: 'Työllisyyspalvelut',
  task: 'Työllistymissuunnitelman laatiminen',
  validFrom: '2026-11-24',
};
const officeOf = async (asking: Asking) => {
  const who = await someone(asking);
  const { world, server } = asking;
  // An association’s worker has none, and can have none: somebody else’s is named.
  const holder = who.organizationId === world.setting.municipalityId ? who : world.setting.sanna;
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into public_office (membership_id, task, valid_from) values ($1, 'Suunnitelma', '2020-01-01') returning id`,
    [holder.membershipId],
  );
  if (holder !== who) await server.owner.query('delete from public_office where id = $1', [rows[0]?.id]);
  return { params: { membershipId: who.membershipId, officeId: rows[0]?.id ?? '' } };
};

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
  'POST /organization/members/:membershipId/factor-reset': async (asking) => {
    const who = await someone(asking);
    await asking.server.owner.query(
      `insert into authenticator (person_id, secret, last_step, created_at) values ($1, 'lost', 0, now())`,
      [who.personId],
    );
    return { ...paramsOf(who), body: {} };
  },
  'PUT /organization/members/:membershipId': async (asking) => ({
    ...paramsOf(await someone(asking)),
    body: { version: 1, role: roleFor(asking), validFrom: '2020-01-01', validTo: '2026-12-31' },
  }),
  'GET /organization/members/:membershipId/duties': async (asking) => paramsOf(await someone(asking)),
  'POST /organization/members/:membershipId/end': async (asking) => ({
    ...paramsOf(await someone(asking)),
    body: { version: 1 },
  }),
  'POST /organization/members/:membershipId/offices': async (asking) => ({
    ...paramsOf(await someone(asking)),
    body: anOffice,
  }),
  'PUT /organization/members/:membershipId/offices/:officeId': async (asking) => ({
    ...(await officeOf(asking)),
    body: { version: 1, ...anOffice },
  }),
  'DELETE /organization/members/:membershipId/offices/:officeId': officeOf,
  'GET /clients/:clientId/register': ({ world }) => ({ params: { clientId: world.setting.clientId } }),
  'PUT /clients/:clientId/register': async ({ world, server }) => {
    await server.owner.query('delete from client_register');
    return { params: { clientId: world.setting.clientId }, body: { version: 0, reference: 'URA-1' } };
  },
};
