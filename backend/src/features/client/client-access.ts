import { Injectable } from '@nestjs/common';
import {
  type ClientFacts,
  type ClientReader,
  mayChangeClient,
  mayReadClient,
} from '@rinnalla/shared/client/client-permissions';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { type ClientCardRow, ClientQuery } from './client.query.js';

export interface Opened {
  card: ClientCardRow;
  reader: ClientReader;
  facts: ClientFacts;
}

/** The code's wall before the database's own: whoever may not read a client is told that there is none. */
@Injectable()
export class ClientAccess {
  constructor(private readonly clients: ClientQuery) {}

  getReadable(member: Member, clientId: string): Promise<Opened> {
    return this.get(member, clientId, mayReadClient);
  }

  getChangeable(member: Member, clientId: string): Promise<Opened> {
    return this.get(member, clientId, mayChangeClient);
  }

  private async get(
    member: Member,
    clientId: string,
    may: (reader: ClientReader, client: ClientFacts) => boolean,
  ): Promise<Opened> {
    const card = await this.clients.getCard(clientId);
    const reader = readerOf(member, card);
    const facts = {
      organizationId: card.organization_id,
      handlerId: card.handler_id,
      nonDisclosure: card.non_disclosure,
    };
    if (!may(reader, facts)) throw new Problem('notFound');
    return { card, reader, facts };
  }
}

const readerOf = (
  member: Member,
  { my_people: myPeople, opened_in_emergency: hasOpened }: ClientCardRow,
): ClientReader => ({
  personId: member.personId,
  organizationId: member.organization.id,
  role: member.role,
  substituteFor: myPeople.filter((person) => person !== member.personId),
  hasOpened,
});
