import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ReadLooks } from './read-looks.facade.js';
import { SearchLog } from './search-log.js';

@Controller()
export class LogController {
  constructor(
    private readonly searching: SearchLog,
    private readonly looking: ReadLooks,
  ) {}

  @Handles(logRoutes.search)
  search(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof logRoutes.search>) {
    return this.searching.execute(member, body);
  }

  @Handles(logRoutes.looks)
  looks(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof logRoutes.looks>) {
    return this.looking.execute(member, params.clientId);
  }
}
