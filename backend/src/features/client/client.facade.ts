import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { ClientRecordView } from '@rinnalla/shared/client/client-routes';
import { ageBandOf } from '@rinnalla/shared/client/age-band';
import type { ContactWay, Need, PlanType } from '@rinnalla/shared/client/needs';
import { helsinkiPieces } from '@rinnalla/shared/kernel/helsinki-time';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { ClientAccess } from './client-access.js';
import { ListRecords } from './list-records.js';
import { ClientQuery } from './client.query.js';
import { DisclosureRecordQuery } from './disclosure-record.query.js';

/** What a referral is written from. Neither surname, identity code nor contact. */
export interface ClientForReferral {
  id: string;
  organizationId: string;
  firstName: string;
  language: string;
  birthYear: number | null;
  /** `30–39`. */
  ageBand: string | null;
  goal: string;
  needs: Need[];
  planType: PlanType;
  nonDisclosure: boolean;
  /** Null for a non-disclosure client. */
  homeMunicipalityCode: string | null;
  handler: { id: string; name: string };
}

export interface IdentityAndContact {
  surname: string;
  identityCode: string | null;
  contact: { way: ContactWay; phone: string | null; email: string | null; wishes: string | null };
}

/** What the referral may ask of clients. Everything is read as the acting person, under row-level security. */
@Injectable()
export class ClientFacade {
  constructor(
    private readonly clients: ClientQuery,
    private readonly records: DisclosureRecordQuery,
    private readonly clock: Clock,
    private readonly access: ClientAccess,
    private readonly recordList: ListRecords,
  ) {}

  /** The three records of a client whom the caller may read; logging is the caller's. */
  listRecords(clientId: string): Promise<ClientRecordView[]> {
    return this.recordList.list(clientId);
  }

  /** Refuses with `notFound` whoever may not read the client: the code's wall before the database's own. */
  async assertReadable(member: Member, clientId: string): Promise<void> {
    await this.access.getReadable(member, clientId);
  }

  /** Refuses with `notFound` whoever may not change the client; who has opened them in an emergency may not. */
  async assertChangeable(member: Member, clientId: string): Promise<void> {
    await this.access.getChangeable(member, clientId);
  }

  /** Refuses with `notFound` when the acting person may not read the client. */
  async clientForReferral(clientId: string): Promise<ClientForReferral> {
    const row = await this.clients.getCard(clientId);
    return {
      id: row.id,
      organizationId: row.organization_id,
      firstName: row.first_name,
      language: row.language,
      birthYear: row.birth_year,
      ageBand: ageBandOf(row.birth_year, helsinkiPieces(this.clock.now()).year) ?? null,
      goal: row.goal,
      needs: row.needs,
      planType: row.plan_type,
      nonDisclosure: row.non_disclosure,
      homeMunicipalityCode: row.home_municipality_code,
      handler: { id: row.handler_id, name: row.handler_name },
    };
  }

  /** Whether the record that the regime needs (`recordNeededBy`) is there and in force at the instant. */
  recordPresent(clientId: string, serviceId: string, dataRegime: DataRegime, at: Date): Promise<boolean> {
    return this.records.isPresent(clientId, serviceId, dataRegime, at);
  }

  /** Surname, identity code and contact, when the database lets this reader at this stage have them; logging is the caller's. */
  async identityAndContact(clientId: string): Promise<IdentityAndContact | undefined> {
    const row = await this.clients.findIdentityAndContact(clientId);
    if (!row) return undefined;
    const { surname, identity_code: identityCode, way, phone, email, wishes } = row;
    return { surname, identityCode, contact: { way, phone, email, wishes } };
  }
}
