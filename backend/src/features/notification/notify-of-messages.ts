import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Announce, type Notified } from './announce.js';

const notifyMessagesJob = defineJob(
  'notifyMessages',
  z.strictObject({
    referralId: z.uuid(),
    conversationId: z.uuid(),
    /** Who is told. */
    side: z.enum(['sender', 'provider']),
    /** When the first of them was written. */
    at: z.iso.datetime(),
  }),
);

const notifyOfMessages = statement(
  'notify-of-messages',
  'select * from app.notify_of_messages($1, $2, $3, $4)',
);

/** By then an open screen has marked what it shows, and who writes in three pieces has written them. */
const gatherForMs = 5_000;

/**
 * Tells a side that the other one wrote: once for what came within some seconds, and nobody who has read it meanwhile. The
 * job counts what is unread and untold when it runs, so whichever message asked for it, all are told.
 */
@Injectable()
export class NotifyOfMessages {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announce: Announce,
  ) {
    jobs.handle(notifyMessagesJob, async ({ referralId, conversationId, side, at }) => {
      const told = await this.database.rows<Notified>(notifyOfMessages, [
        referralId,
        conversationId,
        side,
        this.database.transaction.at,
      ]);
      this.announce.execute({ kind: 'message', at }, told);
    });
  }

  /** Words on the shared side; notes tell only whom they name. */
  readonly ofMessage = (payload: DomainEvent['payload']): void => {
    const { actor, at } = this.database.transaction;
    if (payload['kind'] !== 'message' || payload['audienceOrganizationId'] !== null || !actor?.organization)
      return;
    const conversationId = String(payload['conversationId']);
    const side = actor.organization.id === payload['senderOrganizationId'] ? 'provider' : 'sender';
    this.jobs.add(
      notifyMessagesJob,
      { referralId: String(payload['referralId']), conversationId, side, at: at.toISOString() },
      { runAt: new Date(at.getTime() + gatherForMs), gathers: `messages ${conversationId} ${side}` },
    );
  };
}
