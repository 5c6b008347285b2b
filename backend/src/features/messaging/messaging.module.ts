import { Module } from '@nestjs/common';
import { AttachToMessage } from './attachments/attach-to-message.js';
import { AttachmentQuery } from './attachments/attachment.query.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { DiscardAttachment } from './attachments/discard-attachment.js';
import { DownloadAttachment } from './attachments/download-attachment.js';
import { ListAttachments } from './attachments/list-attachments.js';
import { TendAttachments } from './attachments/tend-attachments.js';
import { UploadAttachment } from './attachments/upload-attachment.js';
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
  controllers: [MessagingController, AttachmentsController],
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
    AttachmentQuery,
    AttachToMessage,
    ListAttachments,
    UploadAttachment,
    DownloadAttachment,
    DiscardAttachment,
    TendAttachments,
  ],
  exports: [MessagingFacade, LiveConversations],
})
export class MessagingModule {}
