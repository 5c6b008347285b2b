import { Injectable } from '@nestjs/common';
import { serviceClassesOf } from '@rinnalla/shared/catalogue/categories';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { mayManageServices } from '@rinnalla/shared/catalogue/service-permissions';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { checkOf } from './own-service.presenter.js';
import { OwnServiceQuery } from './own-service.query.js';
import { OwnServices, publishRefusal } from './own-services.js';
import { ServiceRepository } from './service.repository.js';

/** Classes follow from the category until somebody chooses others: a service without them is the one nobody finds. */
const withClasses = (content: ServiceContent): ServiceContent =>
  content.serviceClasses.length === 0 && content.category
    ? { ...content, serviceClasses: [...serviceClassesOf(content.category)] }
    : content;

const namesOf = (name: Localized): string[] => Object.values(name).filter(Boolean);

/** Writes a service's content: a new draft, or a save that a published service must survive. */
@Injectable()
export class WriteService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly services: ServiceRepository,
    private readonly query: OwnServiceQuery,
    private readonly own: OwnServices,
  ) {}

  async create(member: Member, content: ServiceContent): Promise<OwnServiceView> {
    if (!mayManageServices(member, member.organization.id)) throw new Problem('notAllowed');
    const id = await this.services.add(
      withClasses(content),
      namesOf(member.organization.name),
      this.clock.now(),
    );
    this.database.log({ action: 'createService', objectType: 'service', objectId: id });
    return this.own.view(id);
  }

  async save(serviceId: string, version: number, given: ServiceContent): Promise<OwnServiceView> {
    const before = await this.query.get(serviceId);
    const content = withClasses(given);
    if (before.status === 'published') {
      const { errors } = checkOf(content, before.offerings, this.own.circumstances);
      if (errors.length > 0) throw publishRefusal(errors);
    }
    await this.services.saveContent(
      serviceId,
      version,
      content,
      namesOf(before.organization_name),
      this.clock.now(),
    );
    this.database.log({ action: 'saveService', objectType: 'service', objectId: serviceId });
    return this.own.view(serviceId);
  }
}
