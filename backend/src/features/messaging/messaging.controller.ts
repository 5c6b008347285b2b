import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { EditMessage } from './edit-message.js';
import { MarkRead } from './mark-read.js';
import { ConversationTeamQuery } from './conversation-team.query.js';
import { ReadConversations } from './read-conversations.js';
import { RecallMessage } from './recall-message.js';
import { RedactMessage } from './redact-message.js';
import { SendMessage } from './send-message.js';
import { TickItem } from './tick-item.js';

@Controller()
export class MessagingController {
  constructor(
    private readonly readConversations: ReadConversations,
    private readonly sendMessage: SendMessage,
    private readonly editMessage: EditMessage,
    private readonly redactMessage: RedactMessage,
    private readonly recallMessage: RecallMessage,
    private readonly tickItem: TickItem,
    private readonly markRead: MarkRead,
    private readonly team: ConversationTeamQuery,
  ) {}

  @Handles(messagingRoutes.ofReferral)
  ofReferral(
    @CurrentMember() actor: Member,
    @Input() { params }: ParsedOf<typeof messagingRoutes.ofReferral>,
  ): Promise<ResponseOf<typeof messagingRoutes.ofReferral>> {
    return this.readConversations.ofReferral(actor, params.referralId);
  }

  @Handles(messagingRoutes.entries)
  entries(
    @CurrentMember() _actor: Member,
    @Input() { params, query }: ParsedOf<typeof messagingRoutes.entries>,
  ): Promise<ResponseOf<typeof messagingRoutes.entries>> {
    return this.readConversations.entries({ ...params, ...query });
  }

  @Handles(messagingRoutes.send)
  send(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof messagingRoutes.send>,
  ): Promise<ResponseOf<typeof messagingRoutes.send>> {
    return this.sendMessage.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.edit)
  edit(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof messagingRoutes.edit>,
  ): Promise<ResponseOf<typeof messagingRoutes.edit>> {
    return this.editMessage.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.tick)
  tick(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof messagingRoutes.tick>,
  ): Promise<ResponseOf<typeof messagingRoutes.tick>> {
    return this.tickItem.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.redact)
  redact(
    @CurrentMember() actor: Member,
    @Input() { params }: ParsedOf<typeof messagingRoutes.redact>,
  ): Promise<ResponseOf<typeof messagingRoutes.redact>> {
    return this.redactMessage.execute(actor, params);
  }

  @Handles(messagingRoutes.recall)
  recall(
    @CurrentMember() actor: Member,
    @Input() { params }: ParsedOf<typeof messagingRoutes.recall>,
  ): Promise<ResponseOf<typeof messagingRoutes.recall>> {
    return this.recallMessage.execute(actor, params);
  }

  @Handles(messagingRoutes.team)
  async ofTeam(
    @CurrentMember() _actor: Member,
    @Input() { params }: ParsedOf<typeof messagingRoutes.team>,
  ): Promise<ResponseOf<typeof messagingRoutes.team>> {
    return { members: await this.team.list(params.conversationId) };
  }

  @Handles(messagingRoutes.markRead)
  read(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof messagingRoutes.markRead>,
  ): Promise<ResponseOf<typeof messagingRoutes.markRead>> {
    return this.markRead.execute(actor, { ...params, ...body });
  }
}
