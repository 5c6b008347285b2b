import { Controller } from '@nestjs/common';
import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { OwnOfferingView } from '@rinnalla/shared/catalogue/offering';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ChangeServiceStatus } from './change-service-status.js';
import { OwnServices } from './own-services.js';
import { WriteOffering } from './write-offering.js';
import { WriteService } from './write-service.js';

/** An organization's own services: its manager writes them, its workers keep the places. */
@Controller()
export class OwnServicesController {
  constructor(
    private readonly own: OwnServices,
    private readonly writeService: WriteService,
    private readonly changeStatus: ChangeServiceStatus,
    private readonly writeOffering: WriteOffering,
  ) {}

  @Handles(catalogueRoutes.ownServices)
  list(
    @CurrentMember() member: Member,
    @Input() { query }: ParsedOf<typeof catalogueRoutes.ownServices>,
  ): Promise<ResponseOf<typeof catalogueRoutes.ownServices>> {
    return this.own.list(member, query);
  }

  @Handles(catalogueRoutes.create)
  create(
    @CurrentMember() member: Member,
    @Input() { body }: ParsedOf<typeof catalogueRoutes.create>,
  ): Promise<OwnServiceView> {
    return this.writeService.create(member, body.content);
  }

  @Handles(catalogueRoutes.editing)
  editing(@Input() { params }: ParsedOf<typeof catalogueRoutes.editing>): Promise<OwnServiceView> {
    return this.own.view(params.serviceId);
  }

  @Handles(catalogueRoutes.save)
  save(@Input() { params, body }: ParsedOf<typeof catalogueRoutes.save>): Promise<OwnServiceView> {
    return this.writeService.save(params.serviceId, body.version, body.content);
  }

  @Handles(catalogueRoutes.publish)
  publish(@Input() { params, body }: ParsedOf<typeof catalogueRoutes.publish>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'publish', body.version);
  }

  @Handles(catalogueRoutes.pause)
  pause(@Input() { params, body }: ParsedOf<typeof catalogueRoutes.pause>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'pause', body.version);
  }

  @Handles(catalogueRoutes.archive)
  archive(@Input() { params, body }: ParsedOf<typeof catalogueRoutes.archive>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'archive', body.version);
  }

  @Handles(catalogueRoutes.confirm)
  confirm(@Input() { params, body }: ParsedOf<typeof catalogueRoutes.confirm>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'confirm', body.version);
  }

  @Handles(catalogueRoutes.addOffering)
  addOffering(
    @Input() { params, body }: ParsedOf<typeof catalogueRoutes.addOffering>,
  ): Promise<OwnServiceView> {
    return this.writeOffering.add(params.serviceId, body.offering);
  }

  @Handles(catalogueRoutes.saveOffering)
  saveOffering(
    @Input() { params, body }: ParsedOf<typeof catalogueRoutes.saveOffering>,
  ): Promise<OwnServiceView> {
    return this.writeOffering.save(params.offeringId, body.version, body.offering);
  }

  @Handles(catalogueRoutes.setFreePlaces)
  setFreePlaces(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof catalogueRoutes.setFreePlaces>,
  ): Promise<OwnOfferingView> {
    return this.writeOffering.setFreePlaces(member, params.offeringId, body.version, body.freePlaces);
  }
}
