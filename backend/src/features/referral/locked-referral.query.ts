import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { openForClient } from './open-for-client.js';
import { partyOfStep, recordColumns, type ReferralRecord } from './referral-record.js';

export interface StepRecord {
  action: ReferralAction;
  party: 'sender' | 'provider' | 'system';
  from: ReferralStatus;
  at: string;
  version: number;
  actorName: string;
}

/** A referral whose row is locked, with everything that a decision about it may ask. */
export interface LockedReferral {
  referral: ReferralRecord;
  /** The reader and those whose substitute the reader is. */
  people: string[];
  /** The draft's own words. */
  goal: string | null;
  /** The sender's client as it is now. */
  client: { firstName: string; birthYear: number | null; nonDisclosure: boolean } | null;
  service: {
    takesReferrals: boolean;
    openForClient: boolean;
    dataRegime: DataRegime | null;
    ageMin: number | null;
    ageMax: number | null;
    reportingDuty: string;
    typicalWeeks: number | null;
    area: { fi?: string; sv?: string } | null;
  } | null;
  informed: boolean;
  consented: boolean;
  duplicateOpen: boolean;
  /** The offering that the act concerns: the named one, else the referral's own, else (where any will do) the service's first open one. */
  offering: { id: string; freePlaces: number; endsOn: string | null; isOpen: boolean } | null;
  contactName: string | null;
  suggestionExists: boolean;
  questions: { id: string; field: string; answered: boolean }[];
  lastStep: StepRecord | null;
  followed: boolean;
  endedEarly: boolean;
}

/** What the request names besides the referral. */
export interface Named {
  offeringId?: string | null | undefined;
  contactPersonId?: string | null | undefined;
  suggestedServiceId?: string | null | undefined;
  /** Without a named offering the service's first open one is meant. */
  anyOffering?: boolean;
}

/**
 * One statement locks the referral, then the offering, and reads the facts. Facts of the referral itself are as old as
 * the version that is found: each step makes a new one, so a version that the caller knows has no newer facts.
 */
const locked = statement(
  'referral-locked',
  `with r as materialized (select * from referral where id = $1 for update),
        place as materialized (
          select o.id, o.available, o.ends_on, o.status
            from r join offering o on o.service_id = r.service_id
             and o.id = coalesce($2::uuid, r.offering_id,
                                 (select first.id from offering first where $6::boolean and first.service_id = r.service_id and first.status = 'open'
                                   order by first.starts_on nulls first, first.code limit 1))
             for update of o),
        last_step as (
          select s.* from r join referral_step s on s.referral_id = r.id
           where s.action <> 'reassign' order by s.version desc limit 1)
   select ${recordColumns}, app.my_people() as people, k.goal,
          case when c.id is not null then jsonb_build_object('firstName', c.first_name, 'birthYear', c.birth_year, 'nonDisclosure', c.non_disclosure) end as client,
          case when s.id is not null then jsonb_build_object(
            'takesReferrals', s.status = 'published' and s.referral_mode <> 'self' and s.origin <> 'ptv',
            'openForClient', coalesce(${openForClient('s', 'c', 'r.sender_organization_id')}, false), 'dataRegime', s.data_regime, 'ageMin', s.age_min, 'ageMax', s.age_max,
            'reportingDuty', s.reporting_duty, 'typicalWeeks', s.duration_weeks->'typical',
            'area', (select m.region_name from municipality m where m.code = any (s.municipalities) group by m.region_name order by count(*) desc limit 1)) end as service,
          exists (select from informing_record i where i.client_id = r.client_id and i.service_id = r.service_id) as informed,
          -- The newest consent counts, and only for the organization that runs the service now.
          coalesce((select n.withdrawn_at is null and n.valid_until >= $5::date from consent_record n
                     where n.client_id = r.client_id and n.service_id = r.service_id and n.recipient_organization_id = r.provider_organization_id
                     order by n.recorded_at desc, n.withdrawn_at desc nulls first limit 1), false) as consented,
          exists (select from referral d where d.client_id = r.client_id and d.service_id = r.service_id and d.id <> r.id
                   and d.status <> 'draft' and d.list_group <> 'ended') as "duplicateOpen",
          (select jsonb_build_object('id', p.id, 'freePlaces', p.available, 'endsOn', p.ends_on, 'isOpen', p.status = 'open') from place p) as offering,
          (select p.given_name || ' ' || p.surname from membership m join person p on p.id = m.person_id
            where m.person_id = $3 and m.organization_id = r.provider_organization_id and m.role in ('providerWorker', 'providerManager')
              and m.valid_from <= $5::date and (m.valid_to is null or m.valid_to >= $5::date) limit 1) as "contactName",
          exists (select from service w where w.id = $4 and w.id <> r.service_id and w.status = 'published') as "suggestionExists",
          coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'field', q.field, 'answered', q.answered_at is not null))
                      from referral_question q where q.referral_id = r.id), '[]') as questions,
          (select jsonb_build_object('action', l.action, 'party', ${partyOfStep('l')}, 'from', l.from_status, 'at', l.at, 'version', l.version,
                                     'actorName', l.actor_name) from last_step l) as "lastStep",
          coalesce((select l.action in ('accept', 'waitlist', 'decline') and app.was_followed(r.id, l.at) from last_step l), false) as followed,
          coalesce((select (e.details->>'early')::boolean from referral_step e where e.referral_id = r.id and e.action = 'finish'
                     order by e.version desc limit 1), false) as "endedEarly"
     from r
     left join referral_content k on k.referral_id = r.id
     left join client c on c.id = r.client_id and r.status = 'draft'
     left join service s on s.id = r.service_id`,
);

const stepsSince = statement(
  'referral-steps-since',
  `select s.action, ${partyOfStep('s')} as party, s.from_status as "from", s.at, s.version, s.actor_name as "actorName"
     from referral_step s where s.referral_id = $1 and s.version > $2 order by s.version desc`,
);

const lastPlaceTaken = statement(
  'offering-last-place-taken',
  `select s.actor_name as "actorName", s.at from referral r join referral_step s on s.referral_id = r.id
    where r.offering_id = $1 and s.action in ('accept', 'take_offer') order by s.at desc limit 1`,
);

type LockedRow = ReferralRecord & Omit<LockedReferral, 'referral'>;

@Injectable()
export class LockedReferralQuery {
  constructor(private readonly database: Database) {}

  async find(referralId: string, named: Named, today: string): Promise<LockedReferral | undefined> {
    const row = await this.database.row<LockedRow>(locked, [
      referralId,
      named.offeringId ?? null,
      named.contactPersonId ?? null,
      named.suggestedServiceId ?? null,
      today,
      named.anyOffering ?? false,
    ]);
    if (!row) return undefined;
    const { people, goal, client, service, informed, consented, duplicateOpen, offering, contactName, suggestionExists, questions, lastStep, followed, endedEarly, ...referral } = row;
    return { referral, people, goal, client, service, informed, consented, duplicateOpen, offering, contactName, suggestionExists, questions, lastStep, followed, endedEarly };
  }

  /** Newest first. */
  findStepsSince(referralId: string, version: number): Promise<(Omit<StepRecord, 'at'> & { at: Date })[]> {
    return this.database.rows(stepsSince, [referralId, version]);
  }

  findLastPlaceTaken(offeringId: string): Promise<{ actorName: string; at: Date } | undefined> {
    return this.database.row(lastPlaceTaken, [offeringId]);
  }
}
