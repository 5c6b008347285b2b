import { Injectable } from '@nestjs/common';
import { type ReferralEvent, referralEventOf } from '@rinnalla/shared/referral/referral-events';
import type { Allowed } from '@rinnalla/shared/referral/referral-workflow';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import type { QueryResultRow } from 'pg';
import { Database } from '../../platform/database/database.js';
import type { Call } from '../../platform/database/statement-flight.js';
import { MessagingFacade } from '../messaging/messaging.facade.js';
import type { LockedReferral } from './locked-referral.query.js';
import type { ReferralState } from './referral-record.js';
import type { StepTaker } from './step-taker.js';

/** Tells a step, in its transaction: to the shared conversation, to the log, and as an event to whoever reacts. */
@Injectable()
export class StepNews {
  constructor(
    private readonly database: Database,
    private readonly messaging: MessagingFacade,
  ) {}

  /** The step among the messages of the case, to be sent with the step itself. */
  toConversation(
    input: TransitionInput,
    { referral }: LockedReferral,
    after: ReferralState,
    bySystem: boolean,
  ): Call[] {
    // A draft that is withdrawn was never anyone else's: nothing to talk about.
    if (!after.sentAt) return [];
    return [
      this.messaging.eventCall(referral.id, {
        action: input.action,
        fromStatus: referral.status,
        toStatus: after.status,
        version: referral.version + 1,
        bySystem,
        reason: ('reason' in input && input.reason) || undefined,
        facts: {
          ...factsOf(input, after),
          ...(bySystem && input.action === 'refuse_offer' ? { lapsed: true } : {}),
        },
      }),
    ];
  }

  tell(
    member: StepTaker,
    input: TransitionInput,
    { referral }: LockedReferral,
    after: ReferralState,
    decision: Allowed,
    recorded: QueryResultRow[][],
    byClock: boolean,
  ): void {
    const { action } = input;
    const version = referral.version + 1;
    if (recorded.length > 0) this.messaging.eventRecorded(recorded);
    this.database.log({
      action,
      objectType: 'referral',
      objectId: referral.id,
      clientId: referral.clientId,
      details: { from: referral.status, to: after.status, version },
    });
    if (action === 'accept' || action === 'take_offer')
      this.database.log({
        action: 'revealIdentityAndContact',
        objectType: 'referral',
        objectId: referral.id,
        clientId: referral.clientId,
        purpose: 'placePromised',
      });
    const event: ReferralEvent = {
      referralId: referral.id,
      version,
      status: after.status,
      senderOrganizationId: referral.senderOrganizationId,
      providerOrganizationId: referral.providerOrganizationId,
      handlerId: referral.handlerId,
      assigneeId: after.assigneeId,
      serviceId: referral.serviceId,
      offeringId: after.offeringId,
      nonDisclosure: after.nonDisclosure,
      wasSent: after.sentAt !== null,
      freesPlace: decision.freesPlace,
      byPersonId: byClock ? null : member.personId,
    };
    this.database.happened({ name: referralEventOf[action], payload: event });
  }
}

const factsOf = (
  input: TransitionInput,
  after: ReferralState,
): Record<string, string | number | boolean | null> => {
  switch (input.action) {
    case 'accept':
      return { firstMeetingAt: after.firstMeetingAt?.toISOString() ?? null, startsOn: after.plannedStartOn };
    case 'waitlist':
      return { expectedWaitWeeks: input.expectedWaitWeeks };
    case 'offer':
      return { offerEndsAt: after.dueAt?.toISOString() ?? null };
    case 'take_offer':
      return { startsOn: after.plannedStartOn };
    case 'start':
      return { startedOn: input.startDate };
    case 'finish':
      return { endedOn: input.endDate, early: input.early };
    case 'report':
      return { outcome: input.outcome, exitCode: input.exitCode };
    default:
      return {};
  }
};
