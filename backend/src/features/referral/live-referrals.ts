import { Injectable } from '@nestjs/common';
import { messagingNotices } from '@rinnalla/shared/messaging/socket-events';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { LiveSockets, roomOfCases, roomOfPerson } from '../../platform/realtime/live-sockets.js';

/** Worklists and open cases of this node hear that a referral changed, never what it says: access is checked on reading. */
@Injectable()
export class LiveReferrals {
  constructor(private readonly sockets: LiveSockets) {}

  readonly changed = (payload: DomainEvent['payload']): void => {
    const {
      referralId,
      version,
      senderOrganizationId,
      providerOrganizationId,
      handlerId,
      nonDisclosure,
      wasSent,
    } = payload;
    // That something moves in a non-disclosure case is need-to-know on the sender's side too.
    const sender = nonDisclosure
      ? roomOfPerson(String(handlerId))
      : roomOfCases(String(senderOrganizationId));
    // A draft that is withdrawn was never anyone else's.
    const provider = wasSent === false ? [] : [roomOfCases(String(providerOrganizationId))];
    this.sockets.tell([sender, ...provider], messagingNotices.referralChanged.name, { referralId, version });
  };
}
