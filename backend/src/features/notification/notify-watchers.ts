import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Announce, type Notified } from './announce.js';

const notifyWatchersJob = defineJob(
  'notifyWatchers',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('openedInEmergency'),
      openingId: z.uuid(),
      by: z.uuid(),
      at: z.iso.datetime(),
    }),
    z.strictObject({
      kind: z.literal('leftWithoutOwner'),
      membershipId: z.uuid(),
      by: z.null(),
      at: z.iso.datetime(),
    }),
  ]),
);

const notifyWatchers = statement(
  'notify-watchers',
  'select * from app.notify_watchers($1, $2, $3, $4, $5, $6, $7)',
);

/**
 * Those who read no case and yet must know: data protection officers of an opening in an emergency, and those who lead of
 * a membership that ended with cases that nobody could take. A job of the event's own transaction, as in NotifyPeople.
 */
@Injectable()
export class NotifyWatchers {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announce: Announce,
  ) {
    jobs.handle(notifyWatchersJob, (telling) =>
      telling.kind === 'openedInEmergency'
        ? this.tell(telling, [telling.openingId, null])
        : this.tell(telling, [null, telling.membershipId]),
    );
  }

  readonly ofOpening = ({ openingId, byPersonId }: DomainEvent['payload']): void => {
    const at = this.database.transaction.at.toISOString();
    this.jobs.add(
      notifyWatchersJob,
      { kind: 'openedInEmergency', openingId: String(openingId), by: String(byPersonId), at },
      { key: `watch ${String(openingId)}` },
    );
  };

  readonly ofLeaving = ({ membershipId }: DomainEvent['payload']): void => {
    const at = this.database.transaction.at.toISOString();
    this.jobs.add(
      notifyWatchersJob,
      { kind: 'leftWithoutOwner', membershipId: String(membershipId), by: null, at },
      { key: `watch ${String(membershipId)}` },
    );
  };

  private async tell(
    { kind, by, at }: { kind: 'openedInEmergency' | 'leftWithoutOwner'; by: string | null; at: string },
    [openingId, membershipId]: readonly [string | null, string | null],
  ): Promise<void> {
    const event = `${kind} ${openingId ?? membershipId ?? ''}`;
    const now = this.database.transaction.at;
    const told = await this.database.rows<Notified>(notifyWatchers, [
      kind,
      event,
      openingId,
      membershipId,
      by,
      at,
      now,
    ]);
    this.announce.execute({ kind, at }, told);
  }
}
