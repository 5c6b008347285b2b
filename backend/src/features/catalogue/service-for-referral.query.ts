import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import type { UrgencyClass } from '@rinnalla/shared/catalogue/urgency';
import type { OfferingStatus } from '@rinnalla/shared/catalogue/offering';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface OfferingForReferral {
  id: string;
  serviceId: string;
  code: string;
  status: OfferingStatus;
  intake: 'continuous' | 'group';
  startsOn: string | null;
  endsOn: string | null;
  freePlaces: number;
  capacityMax: number;
  waitlistOpen: boolean;
  waitlistLength: number;
  startInstructions: Localized;
}

export interface ServiceForReferral {
  id: string;
  organizationId: string;
  organizationName: Localized;
  title: Localized;
  category: string | null;
  status: ServiceStatus;
  origin: 'local' | 'ptv' | 'demonstration';
  nationwide: boolean;
  municipalities: string[];
  referralMode: 'referral' | 'self' | 'both';
  dataRegime: DataRegime | null;
  bindingPossible: boolean;
  agreementRequired: boolean;
  decisionRequired: boolean;
  reportingDuty: 'none' | 'start_end' | 'attendance' | 'monthly' | 'full';
  urgencyAccepted: UrgencyClass[];
  statutoryBases: string[];
  languages: string[];
  ageMin: number | null;
  ageMax: number | null;
  offerings: OfferingForReferral[];
}

/** A service that one is offered instead, with room. */
export interface FittingService {
  id: string;
  title: Localized;
  organizationId: string;
  organizationName: Localized;
  freePlaces: number;
  waitlistOpen: boolean;
  continuous: boolean;
  /** The next day on which one of its groups starts. */
  nextStartOn: string | null;
}

/** For whom services are looked for, and which of them go before others. */
export interface Fitting {
  /** Codes of which a service must take one; of a non-disclosure client the area of the sender or the service. */
  municipalities: readonly string[];
  today: string;
  except?: readonly string[];
  /** An organization whose own services are named first. */
  ownFirst?: string | undefined;
}

const offeringJson = `jsonb_build_object('id', o.id, 'serviceId', o.service_id, 'code', o.code, 'status', o.status, 'intake', o.intake,
  'startsOn', o.starts_on, 'endsOn', o.ends_on, 'freePlaces', greatest(o.available, 0), 'capacityMax', o.capacity_max,
  'waitlistOpen', o.waitlist_open, 'waitlistLength', o.waitlist_length, 'startInstructions', o.start_instructions)`;

const service = statement(
  'service-for-referral',
  `select s.id, s.organization_id as "organizationId", g.name as "organizationName", s.title, s.category, s.status, s.origin, s.nationwide,
          s.municipalities, s.referral_mode as "referralMode", s.data_regime as "dataRegime", s.binding_possible as "bindingPossible",
          s.agreement_required as "agreementRequired", s.decision_required as "decisionRequired", s.reporting_duty as "reportingDuty",
          s.urgency_accepted as "urgencyAccepted", s.statutory_bases as "statutoryBases", s.languages, s.age_min as "ageMin", s.age_max as "ageMax",
          coalesce((select jsonb_agg(${offeringJson} order by o.starts_on nulls first, o.code) from offering o where o.service_id = s.id), '[]') as offerings
     from service s join organization g on g.id = s.organization_id
    where s.id = $1`,
);

const titles = statement('service-titles', 'select id, title from service where id = any ($1)');

/** An own service first where one is asked for, then the same kind, then shared target groups, then the most room; only what works there and has a free place. */
const fitting = statement(
  'services-that-fit',
  `with asked as (select category, target_groups from service where id = $1)
   select p.service_id as id, s.title, p.organization_id as "organizationId", g.name as "organizationName",
          p.free_places as "freePlaces", p.waitlist_open as "waitlistOpen", p.continuous,
          (select min(day)::text from unnest(p.start_days) as day where day >= $4::date) as "nextStartOn"
     from asked
     join published_service p on p.service_id <> $1 and p.free_places > 0 and (p.nationwide or p.municipalities && $2::text[])
          and (p.category = asked.category or p.target_groups && asked.target_groups)
     join service s on s.id = p.service_id and s.referral_mode <> 'self'
     join organization g on g.id = p.organization_id
    where p.service_id <> all ($3::uuid[])
    order by (p.organization_id is not distinct from $5::uuid) desc, (p.category is not distinct from asked.category) desc,
             cardinality(array(select unnest(p.target_groups) intersect select unnest(asked.target_groups))) desc,
             (p.nationwide and not p.municipalities && $2::text[]), p.free_places desc, p.service_id
    limit 3`,
);

@Injectable()
export class ServiceForReferralQuery {
  constructor(private readonly database: Database) {}

  find(serviceId: string): Promise<ServiceForReferral | undefined> {
    return this.database.row<ServiceForReferral>(service, [serviceId]);
  }

  async findTitles(serviceIds: readonly string[]): Promise<Map<string, Localized>> {
    const rows = await this.database.rows<{ id: string; title: Localized }>(titles, [serviceIds]);
    return new Map(rows.map((row) => [row.id, row.title]));
  }

  listFitting(
    serviceId: string,
    { municipalities, today, except = [], ownFirst }: Fitting,
  ): Promise<FittingService[]> {
    return this.database.rows<FittingService>(fitting, [
      serviceId,
      municipalities,
      except,
      today,
      ownFirst ?? null,
    ]);
  }
}
