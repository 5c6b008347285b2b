import { Module } from '@nestjs/common';
import { AttachToMessage } from './attachments/attach-to-message.js';
import { AttachmentQuery } from './attachments/attachment.query.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { DiscardAttachment } from './attachments/discard-attachment.js';
import { DownloadAttachment } from './attachments/download-attachment.js';
import { ListAttachments } from './attachments/list-attachments.js';
import { TendAttachments } from './attachments/tend-attachments.js';
import { UploadAttachment } from './attachments/upload-attachment.js';
import { ArchiveConversation } from './archive/archive-conversation.js';
import { ArchiveController } from './archive/archive.controller.js';
import { AnswerAgreement } from './answer-agreement.js';
import { AnswerCard } from './answer-card.js';
import { AnswerDocumentRequest } from './answer-document-request.js';
import { AnswerMeeting } from './answer-meeting.js';
import { AnswersController } from './answers.controller.js';
import { CallByName } from './call-by-name.js';
import { ConversationListController } from './conversation-list.controller.js';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';
import { ConversationTeamQuery } from './conversation-team.query.js';
import { ConversationRooms } from './conversation-rooms.js';
import { EditMessage } from './edit-message.js';
import { KeepTemplates } from './keep-templates.js';
import { LiveConversations } from './live-conversations.js';
import { MarkRead } from './mark-read.js';
import { MarkUnread } from './mark-unread.js';
import { MessagePace } from './message-pace.js';
import { MessagingController } from './messaging.controller.js';
import { MessagingFacade } from './messaging.facade.js';
import { MessagingGateway } from './messaging.gateway.js';
import { MyConversationsQuery } from './my-conversations.query.js';
import { ReadConversations } from './read-conversations.js';
import { RecallMessage } from './recall-message.js';
import { RedactMessage } from './redact-message.js';
import { ResolveConversation } from './resolve-conversation.js';
import { SaveMessageDraft } from './save-message-draft.js';
import { SearchMessages } from './search-messages.js';
import { SendMessage } from './send-message.js';
import { ShowPresence } from './show-presence.js';
import { SnoozeConversation } from './snooze-conversation.js';
import { TemplateController } from './template.controller.js';
import { TickItem } from './tick-item.js';

@Module({
  controllers: [
    MessagingController,
    AnswersController,
    ConversationListController,
    TemplateController,
    AttachmentsController,
    ArchiveController,
  ],
  providers: [
    MessagingFacade,
    AnswerCard,
    AnswerMeeting,
    AnswerAgreement,
    AnswerDocumentRequest,
    ConversationLog,
    ConversationQuery,
    MyConversationsQuery,
    ReadConversations,
    SendMessage,
    EditMessage,
    RedactMessage,
    RecallMessage,
    MarkRead,
    MarkUnread,
    ResolveConversation,
    TickItem,
    SnoozeConversation,
    ShowPresence,
    ArchiveConversation,
    SaveMessageDraft,
    SearchMessages,
    ConversationTeamQuery,
    CallByName,
    KeepTemplates,
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
