import type { Asking, Make } from './authorization-example.js';
import { aClient } from './clients.js';

/** A client of the municipality without a case, and that they ask for their data's erasure: each asks for one of its own. */
const anErasureRequest = async ({ world: { setting }, server }: Asking): Promise<string> => {
  const clientId = await aClient(server.owner, {
    organizationId: setting.municipalityId,
    handlerId: setting.sanna.personId,
    homeMunicipality: '286',
  });
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into erasure_request (organization_id, client_id, asked_at, asked_by, asked_by_name, due_on)
     values ($1, $2, '2026-11-24T06:00Z', $3, 'Sanna Koskinen', '2026-12-24') returning id`,
    [setting.municipalityId, clientId, setting.sanna.personId],
  );
  return rows[0]?.id ?? '';
};
const onRequest =
  (body?: Record<string, unknown>): Make =>
  async (asking) => ({
    params: { requestId: await anErasureRequest(asking) },
    ...(body ? { body } : {}),
  });

const aHold: Make = async (asking) => {
  const { rows } = await asking.server.owner.query<{ id: string }>(
    `insert into legal_hold (organization_id, client_id, act, reason, from_day, set_at, set_by, set_by_name)
     select organization_id, client_id, '170/1999', 'Vahingonkorvausasia on kesken.', '2026-11-01', '2026-11-24T06:00Z', asked_by, asked_by_name
       from erasure_request where id = $1 returning id`,
    [await anErasureRequest(asking)],
  );
  return { params: { holdId: rows[0]?.id ?? '' }, body: { version: 1 } };
};
/** The coordinator has opened the case of the world: it ends at this time of the day. */
const anOpening =
  (ends: string): Make =>
  async ({ world: { setting, referral: seen }, server }) => {
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
       select sender_organization_id, client_id, handler_id, case_number, $2, $3, 'Marja Lehtonen', 'handlerAway', 'Odottaa.', '2026-11-24T05:00Z', $4::timestamptz
         from referral where id = $1 returning id`,
      [seen.id, setting.marja.personId, setting.marja.membershipId, `2026-11-24T${ends}Z`],
    );
    return { params: { openingId: rows[0]?.id ?? '' } };
  };
const onWhoAsked: Make = async (asking) => {
  const { rows } = await asking.server.owner.query<{ clientId: string }>(
    'select client_id as "clientId" from erasure_request where id = $1',
    [await anErasureRequest(asking)],
  );
  return { params: { clientId: rows[0]?.clientId ?? '' } };
};
const onClient: Make = ({ world: { setting } }) => ({ params: { clientId: setting.clientId } });

/** The lines of openings in an emergency, erasure, holds and retention. */
export const privacyExamples: Record<string, Make> = {
  'POST /clients/:clientId/erasure-request': onClient,
  // One that is over: what an open one opens is no example of this route.
  'GET /emergency-openings': anOpening('05:30'),
  'DELETE /emergency-openings/:openingId': anOpening('09:00'),
  'GET /clients/:clientId/erasure-request': onWhoAsked,
  'GET /erasure-requests/:requestId/preview': onRequest(),
  'POST /erasure-requests/:requestId/erasure': onRequest({ version: 1 }),
  'POST /erasure-requests/:requestId/refusal': onRequest({ version: 1, refusal: 'legalClaim' }),
  'POST /legal-holds': async (asking) => ({
    body: {
      requestId: await anErasureRequest(asking),
      act: '170/1999',
      reason: 'Vahingonkorvausasia on kesken.',
      from: '2026-11-24',
    },
  }),
  'POST /legal-holds/:holdId/end': aHold,
};
