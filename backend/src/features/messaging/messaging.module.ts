import { Module } from '@nestjs/common';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';
import { ConversationRooms } from './conversation-rooms.js';
import { EditMessage } from './edit-message.js';
import { LiveConversations } from './live-conversations.js';
import { MarkRead } from './mark-read.js';
import { MessagePace } from './message-pace.js';
import { MessagingController } from './messaging.controller.js';
import { MessagingFacade } from './messaging.facade.js';
import { MessagingGateway } from './messaging.gateway.js';
import { MyConversationsQuery } from './my-conversations.query.js';
import { ReadConversations } from './read-conversations.js';
import { RedactMessage } from './redact-message.js';
import { SendMessage } from './send-message.js';

@Module({
  controllers: [MessagingController],
  providers: [
    MessagingFacade,
    ConversationLog,
    ConversationQuery,
    MyConversationsQuery,
    ReadConversations,
    SendMessage,
    EditMessage,
    RedactMessage,
    MarkRead,
    MessagePace,
    ConversationRooms,
    MessagingGateway,
    LiveConversations,
  ],
  exports: [MessagingFacade, LiveConversations],
})
export class MessagingModule {}
