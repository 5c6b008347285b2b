import { Injectable } from '@nestjs/common';
import { messagingNotices } from '@rinnalla/shared/messaging/socket-events';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { EventBell } from '../../platform/events/event-bell.js';
import { LiveSockets, roomOfCases, roomOfPerson } from '../../platform/realtime/live-sockets.js';
import { ConversationRooms } from './conversation-rooms.js';

type Payload = DomainEvent['payload'];

/** What open screens hear when something was committed, on whichever node. Ids only; access is checked on reading. */
@Injectable()
export class LiveChanges {
  constructor(
    bell: EventBell,
    private readonly sockets: LiveSockets,
    private readonly rooms: ConversationRooms,
  ) {
    bell.onEvent((event) => this.hear(event));
    bell.onReconnect(() => this.rooms.refreshAll());
  }

  private async hear({ name, payload }: DomainEvent): Promise<void> {
    switch (name) {
      case 'conversationGrew':
        this.tellUnread(payload, listenersOf(payload));
        return this.rooms.refresh(String(payload['conversationId']));
      case 'conversationRead':
        this.tellUnread(payload, [roomOfPerson(String(payload['personId']))]);
        if (payload['seq']) await this.rooms.refresh(String(payload['conversationId']));
        return;
      case 'conversationRightsChanged':
        return this.rooms.refresh(String(payload['conversationId']));
      case 'referralChanged':
        return this.tellReferral(payload);
    }
  }

  private tellUnread({ conversationId, referralId }: Payload, rooms: string[]): void {
    this.sockets.tell(rooms, messagingNotices.unreadChanged.name, { conversationId, referralId });
  }

  private tellReferral({ referralId, version, senderOrganizationId, providerOrganizationId }: Payload): void {
    const rooms = [senderOrganizationId, providerOrganizationId].filter((id) => typeof id === 'string').map(roomOfCases);
    this.sockets.tell(rooms, messagingNotices.referralChanged.name, { referralId, version });
  }
}

/** On the sender's side of a non-disclosure case only the handler: that something moves there is need-to-know too. */
const listenersOf = (payload: Payload): string[] => {
  const sender = String(payload['senderOrganizationId']);
  const audience = payload['audienceOrganizationId'];
  const organizations = typeof audience === 'string' ? [audience] : [sender, String(payload['providerOrganizationId'])];
  return organizations.map((id) => (id === sender && payload['nonDisclosure'] ? roomOfPerson(String(payload['handlerId'])) : roomOfCases(id)));
};
