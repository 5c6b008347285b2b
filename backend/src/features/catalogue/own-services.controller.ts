import { Controller } from '@nestjs/common';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
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

  @Handles(ownServiceRoutes.list)
  list(
    @CurrentMember() member: Member,
    @Input() { query }: ParsedOf<typeof ownServiceRoutes.list>,
  ): Promise<ResponseOf<typeof ownServiceRoutes.list>> {
    return this.own.list(member, query);
  }

  @Handles(ownServiceRoutes.create)
  create(
    @CurrentMember() member: Member,
    @Input() { body }: ParsedOf<typeof ownServiceRoutes.create>,
  ): Promise<OwnServiceView> {
    return this.writeService.create(member, body.content);
  }

  @Handles(ownServiceRoutes.editing)
  editing(@Input() { params }: ParsedOf<typeof ownServiceRoutes.editing>): Promise<OwnServiceView> {
    return this.own.view(params.serviceId);
  }

  @Handles(ownServiceRoutes.save)
  save(@Input() { params, body }: ParsedOf<typeof ownServiceRoutes.save>): Promise<OwnServiceView> {
    return this.writeService.save(params.serviceId, body.version, body.content);
  }

  @Handles(ownServiceRoutes.publish)
  publish(@Input() { params, body }: ParsedOf<typeof ownServiceRoutes.publish>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'publish', body.version);
  }

  @Handles(ownServiceRoutes.pause)
  pause(@Input() { params, body }: ParsedOf<typeof ownServiceRoutes.pause>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'pause', body.version);
  }

  @Handles(ownServiceRoutes.archive)
  archive(@Input() { params, body }: ParsedOf<typeof ownServiceRoutes.archive>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'archive', body.version);
  }

  @Handles(ownServiceRoutes.confirm)
  confirm(@Input() { params, body }: ParsedOf<typeof ownServiceRoutes.confirm>): Promise<OwnServiceView> {
    return this.changeStatus.execute(params.serviceId, 'confirm', body.version);
  }

  @Handles(ownServiceRoutes.addOffering)
  addOffering(
    @Input() { params, body }: ParsedOf<typeof ownServiceRoutes.addOffering>,
  ): Promise<OwnServiceView> {
    return this.writeOffering.add(params.serviceId, body.offering);
  }

  @Handles(ownServiceRoutes.saveOffering)
  saveOffering(
    @Input() { params, body }: ParsedOf<typeof ownServiceRoutes.saveOffering>,
  ): Promise<OwnServiceView> {
    return this.writeOffering.save(params.offeringId, body.version, body.offering);
  }

  @Handles(ownServiceRoutes.setFreePlaces)
  setFreePlaces(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof ownServiceRoutes.setFreePlaces>,
  ): Promise<OwnOfferingView> {
    return this.writeOffering.setFreePlaces(member, params.offeringId, body.version, body.freePlaces);
  }
}
