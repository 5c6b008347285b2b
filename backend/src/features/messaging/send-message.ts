import { Injectable } from '@nestjs/common';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { asksOtherSide } from '@rinnalla/shared/messaging/card-answers';
import { checkMeetingTimes } from '@rinnalla/shared/messaging/meeting-rules';
import type { MeetingProposalInput, MessageCardInput } from '@rinnalla/shared/messaging/message-card';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { CallByName } from './call-by-name.js';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';
import { MessagePace } from './message-pace.js';

export interface WrittenMessage {
  conversationId: string;
  clientMessageId: string;
  body: string;
  attachmentIds?: readonly string[] | undefined;
  mentions?: readonly string[] | undefined;
  acknowledged?: readonly SensitiveKind[] | undefined;
  card?: MessageCardInput | undefined;
  quotes?: number | undefined;
}

/** What the log of use calls a message with a card. */
const actions: Record<MessageCardInput['kind'], LogAction> = {
  meetingProposal: 'proposeMeeting',
  phoneCall: 'recordCall',
  agreement: 'recordAgreement',
  documentRequest: 'requestDocument',
  checklist: 'sendChecklist',
};

/** Sends once, however often it is asked under the same id. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
    private readonly log: ConversationLog,
    private readonly calling: CallByName,
    private readonly pace: MessagePace,
  ) {}

  async execute(
    actor: Member,
    {
      conversationId,
      clientMessageId,
      body,
      attachmentIds,
      mentions,
      card,
      quotes,
      acknowledged,
    }: WrittenMessage,
  ): Promise<Placed> {
    this.pace.take(actor.personId);
    // Entries never go away, so a repeated send finds what the first one found.
    if (quotes !== undefined) await this.conversations.getMessage(conversationId, quotes);
    const named = await this.calling.find(conversationId, mentions);
    const details = {
      ...this.calling.asMentions(named),
      ...(card ? { card: await this.checked(conversationId, card) } : {}),
      ...(quotes === undefined ? {} : { quotes }),
    };
    const placed = await this.log.append(actor, {
      conversationId,
      kind: 'message',
      clientMessageId,
      body,
      attachmentIds,
      details,
      acknowledged,
      action: card ? actions[card.kind] : 'sendMessage',
    });
    await this.calling.remember(conversationId, placed.seq, named);
    return placed;
  }

  /** What waits for the other side stands only where it reads. */
  private async checked(conversationId: string, card: MessageCardInput): Promise<MessageCardInput> {
    if (asksOtherSide(card) && !(await this.conversations.isShared(conversationId)))
      throw new Problem('unprocessable', { reason: 'sharedOnly' });
    return card.kind === 'meetingProposal' ? this.proposed(card) : card;
  }

  private proposed(card: MeetingProposalInput): MeetingProposalInput {
    checkMeetingTimes(card.times, this.database.transaction.at);
    return { ...card, times: card.times.map((time) => new Date(time).toISOString()).sort() };
  }
}
