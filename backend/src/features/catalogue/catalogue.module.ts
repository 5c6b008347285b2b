import { Module } from '@nestjs/common';
import { CatalogueFacade } from './catalogue.facade.js';
import { ServiceForReferralQuery } from './service-for-referral.query.js';

@Module({
  providers: [CatalogueFacade, ServiceForReferralQuery],
  exports: [CatalogueFacade],
})
export class CatalogueModule {}
