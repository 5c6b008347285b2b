import { Controller } from '@nestjs/common';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { registerRoutes } from '@rinnalla/shared/client/register-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ChangeClient } from './change-client.js';
import { CreateClient } from './create-client.js';
import { KeepRegister } from './keep-register.js';
import { ListClients } from './list-clients.js';
import { ReadClient } from './read-client.js';

@Controller()
export class ClientController {
  constructor(
    private readonly listing: ListClients,
    private readonly creating: CreateClient,
    private readonly reading: ReadClient,
    private readonly changing: ChangeClient,
    private readonly register: KeepRegister,
  ) {}

  @Handles(clientRoutes.list)
  list(@CurrentMember() member: Member, @Input() { query }: ParsedOf<typeof clientRoutes.list>) {
    return this.listing.execute(member, query);
  }

  @Handles(clientRoutes.search)
  search(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof clientRoutes.search>) {
    return this.listing.search(member, body);
  }

  @Handles(clientRoutes.create)
  create(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof clientRoutes.create>) {
    return this.creating.execute(member, body);
  }

  @Handles(clientRoutes.read)
  read(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof clientRoutes.read>) {
    return this.reading.execute(member, params.clientId);
  }

  @Handles(clientRoutes.change)
  change(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<typeof clientRoutes.change>) {
    return this.changing.execute(member, params.clientId, body);
  }

  @Handles(registerRoutes.read)
  readRegister(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof registerRoutes.read>) {
    return this.register.read(member, params.clientId);
  }

  @Handles(registerRoutes.save)
  saveRegister(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof registerRoutes.save>,
  ) {
    return this.register.save(member, params.clientId, body);
  }
}
