import { Controller, Header } from '@nestjs/common';
import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { CurrentActor } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { keptAWhile, keptBriefly } from '../../platform/http/kept-answers.js';
import { ReadCatalogue } from './read-catalogue.js';
import { SearchServices } from './search-services.js';

/** The public catalogue. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly searchServices: SearchServices,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Handles(catalogueRoutes.search)
  @Header('cache-control', keptBriefly)
  search(
    @Input() { query }: ParsedOf<typeof catalogueRoutes.search>,
  ): Promise<ResponseOf<typeof catalogueRoutes.search>> {
    return this.searchServices.execute(query);
  }

  @Handles(catalogueRoutes.suggest)
  @Header('cache-control', keptBriefly)
  suggest(
    @Input() { query }: ParsedOf<typeof catalogueRoutes.suggest>,
  ): Promise<ResponseOf<typeof catalogueRoutes.suggest>> {
    return this.catalogue.suggest(query.q, query.language);
  }

  @Handles(catalogueRoutes.service)
  @Header('cache-control', keptBriefly)
  service(
    @CurrentActor() actor: Actor | undefined,
    @Input() { params }: ParsedOf<typeof catalogueRoutes.service>,
  ): Promise<ResponseOf<typeof catalogueRoutes.service>> {
    return this.catalogue.getService(params.serviceId, actor);
  }

  @Handles(catalogueRoutes.similar)
  @Header('cache-control', keptBriefly)
  similar(
    @Input() { params }: ParsedOf<typeof catalogueRoutes.similar>,
  ): Promise<ResponseOf<typeof catalogueRoutes.similar>> {
    return this.catalogue.listSimilar(params.serviceId);
  }

  @Handles(catalogueRoutes.vocabularies)
  @Header('cache-control', keptAWhile)
  vocabularies(): Promise<ResponseOf<typeof catalogueRoutes.vocabularies>> {
    return this.catalogue.vocabularies();
  }

  @Handles(catalogueRoutes.municipalities)
  @Header('cache-control', keptAWhile)
  municipalities(): ResponseOf<typeof catalogueRoutes.municipalities> {
    return this.catalogue.municipalities();
  }
}
