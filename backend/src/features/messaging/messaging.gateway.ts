import { Injectable } from '@nestjs/common';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { SocketRequests } from '../../platform/realtime/socket-requests.js';
import { ConversationRooms } from './conversation-rooms.js';
import { ReadConversations } from './read-conversations.js';
import { ShowPresence } from './show-presence.js';
import { SendMessage } from './send-message.js';

/** What a socket may ask of conversations. Joins and leaves; holds no rule and writes nothing. */
@Injectable()
export class MessagingGateway {
  constructor(
    requests: SocketRequests,
    rooms: ConversationRooms,
    reading: ReadConversations,
    sending: SendMessage,
    presence: ShowPresence,
  ) {
    requests.handle(messagingRequests.watchConversation, {
      answer: ({ socket, payload: { conversationId } }) => {
        rooms.checkRoomFor(socket, conversationId);
        return reading.watch(conversationId);
      },
      done: async ({ socket, payload: { conversationId } }, { lastSeq }) => ({
        lastSeq: await rooms.join(socket, conversationId, lastSeq),
      }),
    });
    requests.handle(messagingRequests.unwatchConversation, {
      answer: () => Promise.resolve({}),
      done: ({ socket, payload: { conversationId } }) => rooms.leave(socket, conversationId),
    });
    requests.handle(messagingRequests.showPresence, {
      answer: ({ actor, payload }) => presence.execute(actor, payload),
    });
    requests.handle(messagingRequests.sendMessage, {
      answer: ({ actor, payload }) => sending.execute(actor, payload),
    });
  }
}
