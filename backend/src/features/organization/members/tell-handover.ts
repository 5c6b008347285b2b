import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { DomainEvent } from '../../../platform/database/transaction.js';
import { MessagingFacade } from '../../messaging/messaging.facade.js';

/** One thing that changed hands, or that the membership itself has ended; `left`: with things that nobody may take. */
export interface HandedOver {
  kind: 'client' | 'referral' | 'ended' | 'released' | 'left';
  item_id: string;
  referral_id: string | null;
  client_id: string | null;
  taker_id: string | null;
  taker_person_id: string | null;
  meeting_at: Date | null;
  /** The line in the shared conversation. */
  appended: Record<string, unknown> | null;
  /** What the event tells of a referral. */
  moved: DomainEvent['payload'] | null;
}

/** Tells what was handed over: to the log, to both sides' open pages, and to who has it now. In the transaction that did it. */
@Injectable()
export class TellHandover {
  constructor(
    private readonly database: Database,
    private readonly messaging: MessagingFacade,
  ) {}

  /** How many things changed hands. */
  execute(handedOver: readonly HandedOver[], byPersonId: string | null): number {
    const things = handedOver.filter(({ kind }) => kind === 'client' || kind === 'referral');
    for (const thing of things) this.tell(thing, byPersonId);
    return new Set(things.map(({ kind, item_id: id }) => `${kind} ${id}`)).size;
  }

  private tell(thing: HandedOver, byPersonId: string | null): void {
    const { referral_id: referralId, client_id: clientId, taker_id: takerMembershipId, moved } = thing;
    this.database.log({
      action: 'reassign',
      objectType: referralId ? 'referral' : 'client',
      objectId: referralId ?? thing.item_id,
      ...(clientId && { clientId }),
      details: { takerMembershipId },
    });
    if (thing.appended) this.messaging.eventRecorded([[thing.appended]]);
    if (!moved) return;
    const meetingAt = thing.meeting_at?.toISOString() ?? null;
    this.database.happened({
      name: 'referralReassigned',
      payload: { ...moved, byPersonId, takerMembershipId, meetingAt },
    });
  }
}
