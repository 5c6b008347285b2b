import { Injectable } from '@nestjs/common';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type MeetingAnswer, MessagingFacade } from '../messaging/messaging.facade.js';

/** Only while the place is promised and the period has not begun; before that the meeting is talk, after it a visit. */
const moveFirstMeeting = statement(
  'move-first-meeting',
  `update referral set first_meeting_at = $2, updated_at = $3
    where id = $1 and status = 'accepted' and first_meeting_at is distinct from $2
   returning version, client_id, sender_organization_id, provider_organization_id, handler_id, non_disclosure`,
);

interface MovedRow {
  version: number;
  client_id: string;
  sender_organization_id: string;
  provider_organization_id: string;
  handler_id: string;
  non_disclosure: boolean;
}

/** A yes to a proposed time is the referral's first meeting, where one is waited for: worklists and the client's card follow. */
@Injectable()
export class AnswerMeetingProposal {
  constructor(
    private readonly database: Database,
    private readonly messaging: MessagingFacade,
  ) {}

  async execute(member: Member, answer: MeetingAnswer): Promise<Placed & { firstMeetingAt: string | null }> {
    const placed = await this.messaging.answerMeeting(member, answer);
    const agreed = answer.time === null ? undefined : new Date(answer.time);
    const moved = agreed && (await this.move(answer.referralId, agreed));
    return { ...placed, firstMeetingAt: moved && agreed ? agreed.toISOString() : null };
  }

  private async move(referralId: string, at: Date): Promise<boolean> {
    const moved = await this.database.row<MovedRow & Record<string, unknown>>(moveFirstMeeting, [
      referralId,
      at,
      this.database.transaction.at,
    ]);
    if (!moved) return false;
    this.database.log({
      action: 'moveFirstMeeting',
      objectType: 'referral',
      objectId: referralId,
      clientId: moved.client_id,
      details: { version: moved.version },
    });
    this.database.happened({
      name: 'firstMeetingAgreed',
      payload: {
        referralId,
        version: moved.version,
        senderOrganizationId: moved.sender_organization_id,
        providerOrganizationId: moved.provider_organization_id,
        handlerId: moved.handler_id,
        nonDisclosure: moved.non_disclosure,
      },
    });
    return true;
  }
}
