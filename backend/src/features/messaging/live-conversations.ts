import { Injectable } from '@nestjs/common';
import { messagingNotices } from '@rinnalla/shared/messaging/socket-events';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { LiveSockets, roomOfCases, roomOfPerson } from '../../platform/realtime/live-sockets.js';
import { PacedTelling } from '../../platform/realtime/paced-telling.js';
import { ConversationRooms } from './conversation-rooms.js';

type Payload = DomainEvent['payload'];

/** Numbers of all devices agree within two seconds: this, and what a browser gathers before it counts again. */
const unreadEveryMs = 1_000;

/** What open screens of this node hear of conversations. Ids and, in admitted rooms, entries; access is checked on reading. */
@Injectable()
export class LiveConversations {
  private readonly unread = new PacedTelling(
    (work) => setTimeout(work, unreadEveryMs).unref(),
    (rooms) => this.sockets.tell(rooms, messagingNotices.unreadChanged.name, {}),
  );

  constructor(
    private readonly sockets: LiveSockets,
    private readonly rooms: ConversationRooms,
  ) {}

  readonly grew = (payload: Payload): Promise<void> => {
    this.unread.tell(listenersOf(payload));
    return this.rooms.refresh(String(payload['conversationId']));
  };

  readonly read = async (payload: Payload): Promise<void> => {
    this.unread.tell([roomOfPerson(String(payload['personId']))]);
    if (payload['seq']) await this.rooms.refresh(String(payload['conversationId']));
  };

  readonly rightsChanged = (payload: Payload): Promise<void> =>
    this.rooms.refresh(String(payload['conversationId']));

  /** A substitution, a role or a session of a person: their sockets may no longer read what they watch. */
  readonly personRightsChanged = (payload: Payload): Promise<void> =>
    this.rooms.refreshOf(String(payload['personId']));

  /** Who is there: told to those who stand in the room, and to nobody later. */
  readonly presenceShown = (payload: Payload): void =>
    this.rooms.tell(String(payload['conversationId']), messagingNotices.presenceShown.name, payload);

  /** The files' states: ids only, read again where they are shown. */
  readonly attachmentChecked = ({ conversationId, referralId }: Payload): void =>
    this.rooms.tell(String(conversationId), messagingNotices.attachmentsChanged.name, {
      conversationId,
      referralId,
    });

  /** After the bell was lost: what was missed is read again. */
  readonly refreshAll = (): Promise<void> => this.rooms.refreshAll();
}

/** The bell may be a process of the version before, whose events name nobody. */
const listenersOf = ({ people, officeId }: Payload): string[] => [
  ...(Array.isArray(people) ? people : []).map(roomOfPerson),
  ...(typeof officeId === 'string' ? [roomOfCases(officeId)] : []),
];
