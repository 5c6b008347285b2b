import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asLocalTime, helsinkiDateOf, instantAt } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { z } from 'zod';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { defineJob } from '../../../platform/jobs/define-job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { type HandedOver, TellHandover } from './tell-handover.js';

const releaseMemberships = defineJob('releaseMemberships', z.strictObject({}));
const releaseMembership = statement('release-membership', 'select * from app.release_membership($1)');

/** 00.00 of the next Finnish day. */
const nextMidnightAfter = (at: Date): Date => instantAt(addDays(helsinkiDateOf(at), 1), asLocalTime('00:00'));

/** At midnight: what memberships leave that ended with the day goes to substitutes, or to who leads. */
@Injectable()
export class ReleaseMemberships implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly telling: TellHandover,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(releaseMemberships, nextMidnightAfter, () => this.execute());
  }

  private async execute(): Promise<void> {
    for (;;) {
      const handedOver = await this.database.rows<HandedOver>(releaseMembership, [
        this.database.transaction.at,
      ]);
      const released = handedOver.find(({ kind }) => kind === 'released' || kind === 'left');
      if (!released) return;
      if (released.kind === 'left')
        this.database.happened({ name: 'leftWithoutOwner', payload: { membershipId: released.item_id } });
      const count = this.telling.execute(handedOver, null);
      this.database.log({
        action: 'releaseMembership',
        objectType: 'membership',
        objectId: released.item_id,
        details: { handedOver: count, takerMembershipId: released.taker_id },
      });
    }
  }
}
