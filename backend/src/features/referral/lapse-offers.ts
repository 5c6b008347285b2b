import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { OrganizationKind } from '@rinnalla/shared/organization/role';
import { z } from 'zod';
import { Database, type EnteredMember } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { JobRefusal } from '../../platform/jobs/job-refusal.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { TakeStep } from './take-step.js';

const lapseOffer = defineJob(
  'lapseOffer',
  z.strictObject({
    referralId: z.uuid(),
    /** In whose right it is done, the first who still works there. */
    membershipIds: z.array(z.uuid()).min(1),
  }),
);

const mostMembers = 20;
const colleagues = statement(
  'colleagues-who-may-lapse-an-offer',
  `select m.id from membership m
    where m.organization_id = $1 and m.id <> $2 and m.role in ('providerWorker', 'providerManager')
      and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to >= $3::date)
    order by m.role, m.id limit ${mostMembers}`,
);
/** Another owner may have changed the version since; a later offer is held longer. */
const standing = statement(
  'offer-to-lapse',
  `select version, status = 'offered' and due_at <= $2 as "isOver" from referral where id = $1`,
);
const takerOf = statement(
  'name-of-who-lapses-an-offer',
  `select p.given_name as "givenName", p.surname, o.name, o.kind from person p, organization o where p.id = $1 and o.id = $2`,
);

/**
 * A place is held for an offer until its hold ends; unanswered it goes back to the queue's offering, and the client keeps
 * the place in the queue. A job does it, so that no restart forgets a held place.
 */
@Injectable()
export class LapseOffers {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly takeStep: TakeStep,
  ) {
    jobs.handle(lapseOffer, (offer) => this.lapse(offer));
  }

  /** In the transaction of the offer. */
  async plan(
    { organization, membershipId }: Member,
    { referralId, version, at }: { referralId: string; version: number; at: Date },
  ): Promise<void> {
    const others = await this.database.rows<{ id: string }>(colleagues, [
      organization.id,
      membershipId,
      helsinkiDateOf(this.database.transaction.at),
    ]);
    this.jobs.add(
      lapseOffer,
      { referralId, membershipIds: [membershipId, ...others.map(({ id }) => id)] },
      { runAt: at, key: `lapse ${referralId} ${version}` },
    );
  }

  private async lapse({ referralId, membershipIds }: z.output<typeof lapseOffer.payload>): Promise<void> {
    for (const membershipId of membershipIds) {
      const ended = await this.database.asMember(membershipId, (member) => this.lapseAs(member, referralId));
      if (ended) return;
    }
    throw new JobRefusal('nobodyMayLapse');
  }

  /** False when this one does not see the referral any more; an offer that was answered needs no lapse. */
  private async lapseAs(member: EnteredMember, referralId: string): Promise<boolean> {
    const offer = await this.database.row<{ version: number; isOver: boolean }>(standing, [
      referralId,
      this.database.transaction.at,
    ]);
    if (!offer) return false;
    if (!offer.isOver) return true;
    const taker = await this.database.row<{
      givenName: string;
      surname: string;
      name: Localized;
      kind: OrganizationKind;
    }>(takerOf, [member.personId, member.organizationId]);
    if (!taker) return false;
    const { givenName, surname, name, kind } = taker;
    const organization = { id: member.organizationId, name, kind };
    try {
      await this.takeStep.lapseOffer(
        { personId: member.personId, givenName, surname, role: member.role, organization },
        referralId,
        offer.version,
      );
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'notFound') return false;
      if (error.code === 'changedMeanwhile' || error.code === 'wrongStatus') return true;
      throw error;
    }
  }
}
