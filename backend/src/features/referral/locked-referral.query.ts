import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { lockedReferral } from './locked-referral.sql.js';
import { partyOfStep, recordOf, type ReferralRecord } from './referral-record.js';

export interface StepRecord {
  action: ReferralAction;
  party: 'sender' | 'provider' | 'system';
  from: ReferralStatus;
  at: string;
  version: number;
  actorName: string;
}

/** A referral whose row is locked, with what the decision about an action asks; the rest is empty. */
export interface LockedReferral {
  referral: ReferralRecord;
  /** The reader and those whose substitute the reader is. */
  people: string[];
  /** The draft's own words. */
  goal: string | null;
  /** All that the sender wrote into the draft. */
  draftTexts: (string | null)[];
  /** The sender's client as it is now. */
  client: { firstName: string; birthYear: number | null; nonDisclosure: boolean } | null;
  service: {
    takesReferrals: boolean;
    dataRegime: DataRegime | null;
    ageMin: number | null;
    ageMax: number | null;
    reportingDuty: string;
    typicalWeeks: number | null;
  } | null;
  openForClient: boolean;
  area: { fi?: string; sv?: string } | null;
  informed: boolean;
  consented: boolean;
  duplicateOpen: boolean;
  /** The offering that the act concerns: the named one, else the referral's own, else (where any will do) the service's first open one. */
  offering: {
    id: string;
    freePlaces: number;
    endsOn: string | null;
    isOpen: boolean;
  } | null;
  /** Nobody stands before it in its queue. */
  isFirstInQueue: boolean;
  /** The day on which the referral's own offering starts, where it is a group. */
  groupDay: string | null;
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

  /**
   * Facts of the referral itself are as old as the version that is found: each step makes a new one, so a version that the
   * caller knows has no newer facts.
   */
  async find(
    action: TransitionInput['action'],
    referralId: string,
    named: Named,
    today: string,
  ): Promise<LockedReferral | undefined> {
    const row = await this.database.row<LockedRow>(lockedReferral[action], [
      referralId,
      named.offeringId ?? null,
      named.contactPersonId ?? null,
      named.suggestedServiceId ?? null,
      today,
      named.anyOffering ?? false,
    ]);
    return row && { ...row, referral: recordOf(row) };
  }

  /** Newest first. */
  findStepsSince(referralId: string, version: number): Promise<(Omit<StepRecord, 'at'> & { at: Date })[]> {
    return this.database.rows(stepsSince, [referralId, version]);
  }

  findLastPlaceTaken(offeringId: string): Promise<{ actorName: string; at: Date } | undefined> {
    return this.database.row(lastPlaceTaken, [offeringId]);
  }
}
