import { Injectable } from '@nestjs/common';
import {
  kindOfStep,
  type NotificationKind,
  notificationKinds,
  toldSide,
} from '@rinnalla/shared/notification/notification-kinds';
import type { ReferralEventName } from '@rinnalla/shared/referral/referral-events';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Announce, type Notified } from './announce.js';

const notifyPeopleJob = defineJob(
  'notifyPeople',
  z.strictObject({
    kind: z.enum(notificationKinds),
    event: z.string(),
    side: z.enum(['sender', 'provider']),
    /** The membership that was named. */
    named: z.uuid().nullable(),
    referralId: z.uuid(),
    conversationId: z.uuid().nullable(),
    seq: z.int().nullable(),
    by: z.uuid().nullable(),
    at: z.iso.datetime(),
  }),
);
type Telling = z.output<typeof notifyPeopleJob.payload>;

const notifyPeople = statement(
  'notify-people',
  'select * from app.notify_people($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
);

type Payload = DomainEvent['payload'];
const textOf = (value: Payload[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/**
 * From an event to notifications: the event's own transaction adds a job; the job asks who answers for the case, and reads
 * as each of them whether they may know of it. Who acted is told nothing.
 */
@Injectable()
export class NotifyPeople {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announce: Announce,
  ) {
    jobs.handle(notifyPeopleJob, (telling) => this.tell(telling));
  }

  readonly ofStep = (name: ReferralEventName, payload: Payload): void => {
    const kind = kindOfStep[name];
    // A draft that is withdrawn was never anyone else's.
    if (!kind || payload['wasSent'] === false) return;
    const side = toldSide[kind] === 'provider' ? 'provider' : 'sender';
    this.add({
      kind,
      event: `${String(payload['referralId'])} ${String(payload['version'])}`,
      side,
      referralId: String(payload['referralId']),
      by: textOf(payload['byPersonId']),
    });
  };

  readonly ofMention = (payload: Payload): void => {
    const { conversationId, seq, referralId } = payload;
    this.add({
      kind: 'mention',
      event: `mention ${String(conversationId)} ${String(seq)}`,
      side: 'sender',
      named: textOf(payload['membershipId']),
      referralId: String(referralId),
      conversationId: String(conversationId),
      seq: Number(seq),
      by: this.actingPerson,
    });
  };

  /** Whoever has the case now; and whoever was to meet somebody else soon is to be called, by the one they will meet. */
  readonly ofReassignment = (payload: Payload): void => {
    const named = textOf(payload['takerMembershipId']);
    if (!named || payload['wasSent'] === false) return;
    const kind: NotificationKind = payload['meetingAt'] ? 'callClient' : 'reassigned';
    this.add({
      kind,
      event: `${String(payload['referralId'])} ${String(payload['version'])}`,
      side: 'sender',
      named,
      referralId: String(payload['referralId']),
      by: textOf(payload['byPersonId']),
    });
  };

  /** The association is asked to delete what it holds: by the client's will, by an erasure, or because its time is over. */
  readonly ofDeletion = (payload: Payload): void =>
    this.addOfCase('deletionAsked', payload, { side: 'provider' });

  readonly ofDeletionDone = (payload: Payload): void =>
    this.addOfCase('deletionConfirmed', payload, { side: 'sender' });

  /** Time ends disclosures of cases that are over: nobody waits for that. */
  readonly ofDisclosureEnded = (payload: Payload): void => {
    if (this.actingPerson) this.addOfCase('disclosureEnded', payload, { side: 'sender' });
  };

  /** Whoever stands beside the client; who watches over it is told by NotifyWatchers. */
  readonly ofOpening = (payload: Payload): void =>
    this.addOfCase('openedInEmergency', payload, { side: 'sender', event: String(payload['openingId']) });

  private get actingPerson(): string | null {
    return this.database.transaction.actor?.personId ?? null;
  }

  private addOfCase(
    kind: NotificationKind,
    { referralId }: Payload,
    rest: Pick<Telling, 'side'> & Partial<Telling>,
  ): void {
    const event = `${String(referralId)} ${kind} ${this.database.transaction.at.toISOString()}`;
    this.add({ kind, event, referralId: String(referralId), by: this.actingPerson, ...rest });
  }

  private add(
    telling: Pick<Telling, 'kind' | 'event' | 'side' | 'referralId' | 'by'> & Partial<Telling>,
  ): void {
    const at = this.database.transaction.at.toISOString();
    const key = `notify ${telling.kind} ${telling.event} ${telling.named ?? ''}`;
    this.jobs.add(notifyPeopleJob, { named: null, conversationId: null, seq: null, at, ...telling }, { key });
  }

  private async tell({
    kind,
    event,
    side,
    named,
    referralId,
    conversationId,
    seq,
    by,
    at,
  }: Telling): Promise<void> {
    const now = this.database.transaction.at;
    const told = await this.database.rows<Notified>(notifyPeople, [
      kind,
      event,
      side,
      named,
      referralId,
      conversationId,
      seq,
      by,
      at,
      now,
    ]);
    this.announce.execute({ kind, at }, told);
  }
}
