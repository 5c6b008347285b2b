import { randomBytes, randomUUID } from 'node:crypto';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import type { Pool } from 'pg';
import { anOrganization, type SignedIn, signedIn } from './people.js';

/** A referral between two organizations with people of both, and its conversations. */
export interface SharedCase {
  referralId: string;
  caseNumber: string;
  /** Both sides talk here. */
  sharedId: string;
  senderNotesId: string;
  providerNotesId: string;
  coach: SignedIn;
  worker: SignedIn;
}

export interface ASharedCase {
  status?: ReferralStatus;
  nonDisclosure?: boolean;
  coach?: SignedIn;
  worker?: SignedIn;
}

/** Written as the owner; each test states only what matters to it. */
export const aSharedCase = async (owner: Pool, given: ASharedCase = {}): Promise<SharedCase> => {
  const coach =
    given.coach ??
    (await signedIn(owner, {
      organizationId: await anOrganization(owner, { kind: 'municipality', name: 'Kouvola' }),
      role: 'coach',
      givenName: 'Sanna',
      surname: 'Koskinen',
    }));
  const worker =
    given.worker ??
    (await signedIn(owner, {
      organizationId: await anOrganization(owner, { name: 'Salmenpään Rinnallakulkijat' }),
      role: 'providerWorker',
      givenName: 'Pekka',
      surname: 'Salmi',
    }));
  const { id: referralId, caseNumber } = await aReferralRow(owner, coach, worker, given);
  await owner.query(
    `insert into conversation (referral_id, audience_organization_id) values ($1, null), ($1, $2), ($1, $3)`,
    [referralId, coach.organizationId, worker.organizationId],
  );
  const { rows } = await owner.query<{ id: string; audience: string | null }>(
    `select id, audience_organization_id as audience from conversation where referral_id = $1`,
    [referralId],
  );
  const idFor = (audience: string | null): string => rows.find((row) => row.audience === audience)?.id ?? '';
  return {
    referralId,
    caseNumber,
    sharedId: idFor(null),
    senderNotesId: idFor(coach.organizationId),
    providerNotesId: idFor(worker.organizationId),
    coach,
    worker,
  };
};

const aReferralRow = async (
  owner: Pool,
  coach: SignedIn,
  worker: SignedIn,
  { status = 'acknowledged', nonDisclosure = false }: ASharedCase,
): Promise<{ id: string; caseNumber: string }> => {
  const id = randomUUID();
  const caseNumber = `KVL-2026-${randomBytes(4).toString('hex')}`;
  const at = '2026-11-24T05:00Z';
  const client = await owner.query<{ id: string }>(
    `insert into client (organization_id, handler_id, first_name, goal, non_disclosure, created_by, created_at, updated_at)
     values ($1, $2, 'Anna', 'Haluaisin päästä ulos kotoa.', $3, $2, $4, $4) returning id`,
    [coach.organizationId, coach.personId, nonDisclosure, at],
  );
  const service = await owner.query<{ id: string }>(
    `insert into service (organization_id, status, title, data_regime) values ($1, 'published', '{"fi": "Rinnallakulkija"}', 'assignment') returning id`,
    [worker.organizationId],
  );
  await owner.query(
    `insert into referral (id, case_number, status, status_since, client_id, non_disclosure, sender_organization_id, handler_id, handler_name,
                           provider_organization_id, service_id, urgency, sent_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'Sanna Koskinen', $9, $10, 'K3', $4, $4, $4)`,
    [
      id,
      caseNumber,
      status,
      at,
      client.rows[0]?.id,
      nonDisclosure,
      coach.organizationId,
      coach.personId,
      worker.organizationId,
      service.rows[0]?.id,
    ],
  );
  await owner.query(
    `insert into referral_content (referral_id, first_name, goal, plan_type, language) values ($1, 'Anna', 'Haluaisin päästä ulos kotoa.', 'none', 'fi')`,
    [id],
  );
  return { id, caseNumber };
};

/** The status as a transition leaves it; conversations follow by the database's own triggers. */
export const moveReferral = async (
  owner: Pool,
  referralId: string,
  status: ReferralStatus,
): Promise<void> => {
  await owner.query('update referral set status = $2, version = version + 1 where id = $1', [
    referralId,
    status,
  ]);
};
