import { Module } from '@nestjs/common';
import { ClientFacade } from './client.facade.js';
import { ClientQuery } from './client.query.js';
import { DisclosureRecordQuery } from './disclosure-record.query.js';

@Module({
  providers: [ClientFacade, ClientQuery, DisclosureRecordQuery],
  exports: [ClientFacade],
})
export class ClientModule {}
