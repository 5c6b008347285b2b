import { Injectable } from '@nestjs/common';
import { privacyNotices } from '@rinnalla/shared/privacy/privacy-notices';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { LiveSockets, roomOfCases, roomOfPerson } from '../../platform/realtime/live-sockets.js';

/** Open pages of a client close: they hear an id, and who has it open finds nobody there. */
@Injectable()
export class LiveErasures {
  constructor(private readonly sockets: LiveSockets) {}

  readonly erased = ({
    clientId,
    organizationId,
    handlerId,
    nonDisclosure,
  }: DomainEvent['payload']): void => {
    // That something moves with a non-disclosure client is need-to-know.
    const room = nonDisclosure ? roomOfPerson(String(handlerId)) : roomOfCases(String(organizationId));
    this.sockets.tell([room], privacyNotices.clientErased.name, { clientId });
  };
}
