import { Injectable } from '@nestjs/common';
import type { Need, PlanType } from '@rinnalla/shared/client/needs';
import type { UrgencyClass } from '@rinnalla/shared/commissioning/urgency-class';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { openForClient } from './open-for-client.js';

/** What the sender writes. */
export interface DraftContent {
  serviceId: string;
  goal: string;
  needs: Need[];
  background?: string | null | undefined;
  agreed?: string | null | undefined;
  binding: boolean;
  contactWishes?: string | null | undefined;
  /** Kept apart, by KeepPlanExtract. */
  planExtract?: string | null | undefined;
  urgency: UrgencyClass;
  urgencyReason?: string | null | undefined;
  startWish?: string | null | undefined;
  alternativeServiceIds: string[];
}

/** What is taken from the client's card. */
interface DraftClient {
  id: string;
  firstName: string;
  language: string;
  ageBand: string | null;
  planType: PlanType;
  nonDisclosure: boolean;
  homeMunicipalityCode: string | null;
  handler: { id: string; name: string };
}

export interface NewDraft {
  client: DraftClient;
  content: DraftContent;
  organizationId: string;
  at: Date;
  year: number;
  previousReferralId: string | null;
  suggestedByReferralId: string | null;
}

// The service's organization becomes the provider. No row: there is no such service, or no such earlier referral of this client.
const insertDraft = statement(
  'referral-draft-inserted',
  `with r as (
     insert into referral (case_number, status, status_since, client_id, non_disclosure, sender_organization_id, handler_id, handler_name,
                           provider_organization_id, service_id, urgency, urgency_reason, start_wish, previous_referral_id, suggested_by_referral_id,
                           created_at, updated_at)
     select app.next_case_number($1), 'draft', $2, $3, $4, $5, $6, $7, s.organization_id, s.id, $9, $10, $11, $12, $13, $2, $2
       from service s
      where s.id = $8 and s.status in ('published', 'paused')
        and ($12::uuid is null or exists (select from referral p where p.id = $12 and p.client_id = $3))
     returning id)
   select id from r`,
);

// The trigger that copies the parties reads the referral's row, so this comes after it.
const insertContent = statement(
  'referral-draft-content-inserted',
  `with k as (
     insert into referral_content (referral_id, first_name, language, age_band, plan_type, municipality_code, goal, needs, background, agreed, binding, contact_wishes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))
   insert into referral_alternative (referral_id, rank, service_id)
   select $1, a.rank, a.service_id from unnest($13::uuid[]) with ordinality as a (service_id, rank)`,
);

const saveDraft = statement(
  'referral-draft-saved',
  `with r as (
     update referral r
        set version = r.version + 1, service_id = s.id, provider_organization_id = s.organization_id, non_disclosure = c.non_disclosure,
            urgency = $4, urgency_reason = $5, start_wish = $6, updated_at = $7
       from service s, client c
      where r.id = $1 and r.version = $2 and r.status = 'draft' and s.id = $3 and s.status in ('published', 'paused') and c.id = r.client_id
     returning r.id, r.client_id),
   k as (
     update referral_content k
        set goal = $8, needs = $9, background = $10, agreed = $11, binding = $12, contact_wishes = $13,
            first_name = c.first_name, language = c.language, plan_type = c.plan_type, municipality_code = c.home_municipality_code
       from r join client c on c.id = r.client_id where k.referral_id = r.id),
   gone as (delete from referral_alternative a using r where a.referral_id = r.id and a.rank > cardinality($14::uuid[])),
   a as (
     insert into referral_alternative (referral_id, rank, service_id)
     select r.id, a.rank, a.service_id from r, unnest($14::uuid[]) with ordinality as a (service_id, rank)
     on conflict (referral_id, rank) do update set service_id = excluded.service_id)
   select id from r`,
);

const serviceForClient = statement(
  'referral-service-for-client',
  `select ${openForClient('s', 'c', 'c.organization_id')} as "isOpen",
          (select m.region_name from municipality m where m.code = any (s.municipalities) group by m.region_name order by count(*) desc limit 1) as area
     from service s, client c where s.id = $1 and c.id = $2`,
);

@Injectable()
export class DraftRepository {
  constructor(private readonly database: Database) {}

  /** Refuses with `notFound` when the service or the earlier referral is not there. */
  async insert({
    client,
    content,
    organizationId,
    at,
    year,
    previousReferralId,
    suggestedByReferralId,
  }: NewDraft): Promise<string> {
    const row = await this.database.row<{ id: string }>(insertDraft, [
      year,
      at,
      client.id,
      client.nonDisclosure,
      organizationId,
      client.handler.id,
      client.handler.name,
      content.serviceId,
      content.urgency,
      content.urgencyReason ?? null,
      content.startWish ?? null,
      previousReferralId,
      suggestedByReferralId,
    ]);
    if (!row) throw new Problem('notFound');
    await this.database.rows(insertContent, [
      row.id,
      client.firstName,
      client.language,
      client.ageBand,
      client.planType,
      client.homeMunicipalityCode,
      content.goal,
      content.needs,
      content.background ?? null,
      content.agreed ?? null,
      content.binding,
      content.contactWishes ?? null,
      content.alternativeServiceIds,
    ]);
    return row.id;
  }

  /** False when the version or the status is another by now, or the service is not there. */
  async save(referralId: string, version: number, content: DraftContent, at: Date): Promise<boolean> {
    const row = await this.database.row(saveDraft, [
      referralId,
      version,
      content.serviceId,
      content.urgency,
      content.urgencyReason ?? null,
      content.startWish ?? null,
      at,
      content.goal,
      content.needs,
      content.background ?? null,
      content.agreed ?? null,
      content.binding,
      content.contactWishes ?? null,
      content.alternativeServiceIds,
    ]);
    return row !== undefined;
  }

  /** Whether the service works where the client is, and where it works. */
  findServiceForClient(
    serviceId: string,
    clientId: string,
  ): Promise<{ isOpen: boolean | null; area: { fi?: string; sv?: string } | null } | undefined> {
    return this.database.row(serviceForClient, [serviceId, clientId]);
  }
}
