import { Injectable } from '@nestjs/common';
import { mayUseRegister } from '@rinnalla/shared/client/client-permissions';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { urgencyClasses } from '@rinnalla/shared/commissioning/urgency-class';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { Member } from '@rinnalla/shared/organization/actor';
import { answerDueAt } from '@rinnalla/shared/referral/answer-clock';
import type { Reading } from '@rinnalla/shared/referral/disclosure';
import { mayBegin } from '@rinnalla/shared/referral/referral-permissions';
import type { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ClientFacade } from '../client/client.facade.js';
import { openForClient } from './open-for-client.js';
import { type CardSource, presentCard } from './receiver-card.presenter.js';

type Preview = ResponseOf<typeof referralRoutes.preview>;

const serviceForPreview = statement(
  'referral-service-for-preview',
  `select coalesce(${openForClient('s', 'c', 'c.organization_id')}, false) as "openForMunicipality",
          case when s.nationwide then '{"fi": "Koko Suomi", "sv": "Hela Finland", "en": "All of Finland"}'::jsonb else
            (select m.region_name from municipality m where m.code = any (s.municipalities) group by m.region_name order by count(*) desc limit 1) end as area,
          exists (select from referral d where d.client_id = c.id and d.service_id = s.id and d.status <> 'draft' and d.list_group <> 'ended') as "duplicateOpen",
          cardinality(s.statutory_bases) > 0 as statutory
     from service s, client c where s.id = $1 and c.id = $2`,
);

interface ServiceForPreview {
  openForMunicipality: boolean;
  area: Localized | null;
  duplicateOpen: boolean;
  statutory: boolean;
}

/** What would be shared, before anything is: the exact card at both stages, by the same presenter as after sending. */
@Injectable()
export class PreviewReceiverCard {
  constructor(
    private readonly clients: ClientFacade,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(member: Member, clientId: string, serviceId: string): Promise<Preview> {
    if (!mayBegin(member.role)) throw new Problem('notFound');
    const client = await this.clients.clientForReferral(clientId);
    const service = await this.database.row<ServiceForPreview>(serviceForPreview, [serviceId, clientId]);
    if (!service) throw new Problem('notFound');
    const identity = await this.clients.identityAndContact(clientId);
    this.database.log({ action: 'previewReceiverCard', objectType: 'client', objectId: clientId, clientId });
    const source: CardSource = {
      ...client,
      surname: identity?.surname ?? null,
      identityCode: null,
      contact: identity?.contact ?? null,
      background: null,
      agreed: null,
      planExtract: null,
      binding: false,
      municipality: client.homeMunicipalityCode,
      areaName: service.area,
      contactWishes: null,
    };
    const reading: Omit<Reading, 'status'> = {
      side: 'provider',
      place: 'card',
      nonDisclosure: client.nonDisclosure,
      wasSent: true,
      basisDemandsIdentity: false,
      retentionPassed: false,
      isRecord: false,
      disclosureEnded: false,
    };
    const now = this.clock.now();
    return {
      onSending: presentCard(source, { ...reading, status: 'sent' }),
      onAcceptance: presentCard(source, { ...reading, status: 'accepted' }),
      answerDueAt: Object.fromEntries(
        urgencyClasses.map((urgency) => [urgency, answerDueAt(urgency, now).toISOString()]),
      ) as Preview['answerDueAt'],
      openForMunicipality: service.openForMunicipality,
      duplicateOpen: service.duplicateOpen,
      mayCarryExtract: service.statutory && mayUseRegister(member),
    };
  }
}
