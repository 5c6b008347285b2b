import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import type { QueryResultRow } from 'pg';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type Call, call } from '../../platform/database/statement-flight.js';
import { AnswerMeeting, type MeetingAnswer } from './answer-meeting.js';
import { type Appended, conversationGrew } from './conversation-growth.js';

const openConversations = statement('open-conversations', 'select app.open_conversations($1) as opened');
const recordEvent = statement('record-case-event', 'select * from app.record_case_event($1, $2, $3, $4, $5)');

/** SQL for a list of referrals that tells of unread messages in its one statement. */
export { unreadOf } from './conversation.sql.js';
export type { MeetingAnswer } from './answer-meeting.js';

/** A step of the referral as both sides read it among their messages. Facts are plain: dates, a reason's code; never identity or contact. */
export interface CaseEvent {
  action: ReferralAction;
  fromStatus: ReferralStatus;
  toStatus: ReferralStatus;
  /** The referral's version that the step made. */
  version: number;
  reason?: string | undefined;
  facts?: Record<string, string | number | boolean | null> | undefined;
  /** A timer's or a consequence's step: shown without a person. */
  bySystem?: boolean | undefined;
}

/** What the referral feature may ask of conversations. Everything happens in the caller's transaction. */
@Injectable()
export class MessagingFacade {
  constructor(
    private readonly database: Database,
    private readonly meetings: AnswerMeeting,
  ) {}

  /** Opens the shared conversation and both sides' internal notes; opening again changes nothing. */
  async openConversations(referralId: string): Promise<void> {
    const row = await this.database.row<{ opened: boolean }>(openConversations, [referralId]);
    if (!row?.opened) throw new Problem('notFound');
  }

  /**
   * Appends a step to the shared conversation, opening it if need be; may come before or after the status changes,
   * also when the step ends the writer's own access.
   */
  async recordEvent(referralId: string, event: CaseEvent): Promise<{ conversationId: string; seq: number }> {
    return this.eventRecorded(await this.database.together([this.eventCall(referralId, event)]));
  }

  /** The same for a caller who sends it together with the step itself; what it answered goes to `eventRecorded`. */
  eventCall(referralId: string, event: CaseEvent): Call {
    const { actor, at } = this.database.transaction;
    const { bySystem = false, ...details } = event;
    return call(recordEvent, [referralId, details, actor ? displayName(actor) : null, bySystem, at]);
  }

  eventRecorded([rows]: QueryResultRow[][]): { conversationId: string; seq: number } {
    const appended = rows?.[0] as Appended | undefined;
    if (!appended) throw new Problem('notFound');
    this.database.happened(conversationGrew(appended, 'event'));
    return { conversationId: appended.conversation_id, seq: appended.seq };
  }

  /** Answers a meeting proposal of the shared conversation; what the answer means for the referral is the caller's. */
  answerMeeting(actor: Member, answer: MeetingAnswer): Promise<Placed> {
    return this.meetings.execute(actor, answer);
  }
}
