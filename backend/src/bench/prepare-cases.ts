import type pg from 'pg';
import { type Scale, seededId, sessionTokenOf, spread } from './scale.js';
import { conversationsSql } from './seed-conversations.js';
import { contentSql } from './seed-referrals.js';

/** A referral that waits for its next step, and who takes it. */
export interface PreparedCase {
  id: string;
  version: number;
  personId: string;
  organizationId: string;
  token: string;
}

interface Wanted {
  /** No two batches share a case. */
  batch: number;
  count: number;
  state: 'draft' | 'sent';
}

/** Each pair of client and service is new, so no referral is a double of another. */
const casesSql = ({ clients }: Scale, { batch, count, state }: Wanted): string => `
  create temporary table prepared as
  with place as materialized (
    select code, array_agg(s.id order by s.id) as services from service s cross join unnest(s.municipalities) as code where s.status = 'published' group by code)
  select gen_random_uuid() as referral_id, 'P-${batch}-' || n as case_number, c.id as client_id, c.organization_id, c.handler_id, s.id as service_id,
         s.organization_id as provider_id
    from generate_series(1, ${count * 2}) n
    join client c on c.id = ${seededId('client', `1 + (${batch} * 7919 + n) % ${clients}`)}
    join place p on p.code = c.home_municipality_code
    join service s on s.id = p.services[1 + ${spread('n', `prepared${batch}-`, 1_000_000)} % cardinality(p.services)]
   where not exists (select from referral d where d.client_id = c.id and d.service_id = s.id)
   limit ${count};
  insert into referral (id, case_number, version, status, status_since, client_id, sender_organization_id, handler_id, handler_name, provider_organization_id,
                        service_id, urgency, sent_at, due_at, answer_started_at, answer_due_at, created_at, updated_at)
  select referral_id, case_number, ${state === 'draft' ? 1 : 2}, '${state}', now(), client_id, organization_id, handler_id, 'Henkilö Numero', provider_id, service_id, 'K3',
         ${state === 'draft' ? 'null, null, null, null' : `now(), now() + interval '5 days', now(), now() + interval '5 days'`}, now(), now()
    from prepared;
  insert into informing_record (organization_id, client_id, service_id, text_id, language, way, recorded_by, recorded_at)
  select organization_id, client_id, service_id, (select id from disclosure_text where kind = 'informing' order by version desc limit 1), 'fi', 'in_person', handler_id, now()
    from prepared`;

const doersSql: Record<Wanted['state'], string> = {
  draft: `select p.referral_id as id, 1 as version, p.handler_id as "personId", p.organization_id as "organizationId", d.email
            from prepared p join person d on d.id = p.handler_id`,
  sent: `select p.referral_id as id, 2 as version, m.person_id as "personId", p.provider_id as "organizationId", d.email
           from prepared p join membership m on m.organization_id = p.provider_id and m.role = 'providerManager' join person d on d.id = m.person_id`,
};

/** Writes cases for one round; the triggers and foreign keys are off, as while seeding. */
export const prepareCases = async (
  superuser: pg.Pool,
  scale: Scale,
  wanted: Wanted,
): Promise<PreparedCase[]> => {
  const client = await superuser.connect();
  const ofPrepared = 'r.id in (select referral_id from prepared)';
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(casesSql(scale, wanted));
    await client.query(contentSql(ofPrepared));
    if (wanted.state === 'sent') await client.query(conversationsSql(0, ofPrepared));
    const { rows } = await client.query<Omit<PreparedCase, 'token'> & { email: string }>(
      doersSql[wanted.state],
    );
    await client.query('drop table prepared; commit');
    return rows.map(({ email, ...doer }) => ({
      ...doer,
      token: sessionTokenOf(Number(/\d+/.exec(email)?.[0])),
    }));
  } finally {
    client.release();
  }
};
