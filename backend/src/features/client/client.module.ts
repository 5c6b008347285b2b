import { Module } from '@nestjs/common';
import { ChangeClient } from './change-client.js';
import { ClientAccess } from './client-access.js';
import { ClientFieldCheck } from './client-field-check.js';
import { ClientListQuery } from './client-list.query.js';
import { ClientController } from './client.controller.js';
import { ClientFacade } from './client.facade.js';
import { ClientQuery } from './client.query.js';
import { ClientRepository } from './client.repository.js';
import { ConsentWithdrawals } from './consent-withdrawals.facade.js';
import { CreateClient } from './create-client.js';
import { DisclosureController } from './disclosure.controller.js';
import { DisclosureRecordQuery } from './disclosure-record.query.js';
import { DisclosureRecordRepository } from './disclosure-record.repository.js';
import { DisclosureQuery } from './disclosure.query.js';
import { KeepRegister } from './keep-register.js';
import { ListClients } from './list-clients.js';
import { ListRecords } from './list-records.js';
import { ReadClient } from './read-client.js';
import { ReadDisclosure } from './read-disclosure.js';
import { RecordConsent } from './record-consent.js';
import { RecordInforming } from './record-informing.js';
import { WithdrawConsent } from './withdraw-consent.js';

@Module({
  controllers: [ClientController, DisclosureController],
  providers: [
    ChangeClient,
    ClientAccess,
    ClientFacade,
    ClientFieldCheck,
    ClientListQuery,
    ClientQuery,
    ClientRepository,
    ConsentWithdrawals,
    CreateClient,
    DisclosureQuery,
    DisclosureRecordQuery,
    DisclosureRecordRepository,
    KeepRegister,
    ListClients,
    ListRecords,
    ReadClient,
    ReadDisclosure,
    RecordConsent,
    RecordInforming,
    WithdrawConsent,
  ],
  exports: [ClientFacade, ConsentWithdrawals],
})
export class ClientModule {}
