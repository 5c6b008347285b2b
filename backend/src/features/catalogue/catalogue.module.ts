import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueFacade } from './catalogue.facade.js';
import { ChangeServiceStatus } from './change-service-status.js';
import { MunicipalityRegister } from './municipality-register.js';
import { OwnOfferingQuery } from './own-offering.query.js';
import { OwnServiceQuery } from './own-service.query.js';
import { OwnServicesController } from './own-services.controller.js';
import { OwnServices } from './own-services.js';
import { ReadCatalogue } from './read-catalogue.js';
import { SearchServices } from './search-services.js';
import { ServiceForReferralQuery } from './service-for-referral.query.js';
import { ServicePageQuery } from './service-page.query.js';
import { ServiceRepository } from './service.repository.js';
import { VocabulariesQuery } from './vocabularies.query.js';
import { WriteOffering } from './write-offering.js';
import { WriteService } from './write-service.js';

@Module({
  controllers: [CatalogueController, OwnServicesController],
  providers: [
    CatalogueFacade,
    ChangeServiceStatus,
    MunicipalityRegister,
    OwnOfferingQuery,
    OwnServiceQuery,
    OwnServices,
    ReadCatalogue,
    SearchServices,
    ServiceForReferralQuery,
    ServicePageQuery,
    ServiceRepository,
    VocabulariesQuery,
    WriteOffering,
    WriteService,
  ],
  exports: [CatalogueFacade],
})
export class CatalogueModule {}
