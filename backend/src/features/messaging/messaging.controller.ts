import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { EditMessage } from './edit-message.js';
import { MarkRead } from './mark-read.js';
import { ReadConversations } from './read-conversations.js';
import { RedactMessage } from './redact-message.js';
import { SendMessage } from './send-message.js';

@Controller()
export class MessagingController {
  constructor(
    private readonly readConversations: ReadConversations,
    private readonly sendMessage: SendMessage,
    private readonly editMessage: EditMessage,
    private readonly redactMessage: RedactMessage,
    private readonly markRead: MarkRead,
  ) {}

  @Handles(messagingRoutes.ofReferral)
  ofReferral(@CurrentMember() _actor: Member, @Input() { params }: ParsedOf<typeof messagingRoutes.ofReferral>): Promise<ResponseOf<typeof messagingRoutes.ofReferral>> {
    return this.readConversations.ofReferral(params.referralId);
  }

  @Handles(messagingRoutes.mine)
  mine(@CurrentMember() actor: Member, @Input() { query }: ParsedOf<typeof messagingRoutes.mine>): Promise<ResponseOf<typeof messagingRoutes.mine>> {
    return this.readConversations.mine(actor, query);
  }

  @Handles(messagingRoutes.entries)
  entries(@CurrentMember() _actor: Member, @Input() { params, query }: ParsedOf<typeof messagingRoutes.entries>): Promise<ResponseOf<typeof messagingRoutes.entries>> {
    return this.readConversations.entries({ ...params, ...query });
  }

  @Handles(messagingRoutes.send)
  send(@CurrentMember() actor: Member, @Input() { params, body }: ParsedOf<typeof messagingRoutes.send>): Promise<ResponseOf<typeof messagingRoutes.send>> {
    return this.sendMessage.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.edit)
  edit(@CurrentMember() actor: Member, @Input() { params, body }: ParsedOf<typeof messagingRoutes.edit>): Promise<ResponseOf<typeof messagingRoutes.edit>> {
    return this.editMessage.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.redact)
  redact(@CurrentMember() actor: Member, @Input() { params }: ParsedOf<typeof messagingRoutes.redact>): Promise<ResponseOf<typeof messagingRoutes.redact>> {
    return this.redactMessage.execute(actor, params);
  }

  @Handles(messagingRoutes.markRead)
  read(@CurrentMember() actor: Member, @Input() { params, body }: ParsedOf<typeof messagingRoutes.markRead>): Promise<ResponseOf<typeof messagingRoutes.markRead>> {
    return this.markRead.execute(actor, { ...params, ...body });
  }
}
