import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { copyRoutes } from '@rinnalla/shared/privacy/copy-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { CopyClient } from './copy-client.js';

@Controller()
export class CopyController {
  constructor(private readonly copying: CopyClient) {}

  @Handles(copyRoutes.make)
  make(@CurrentMember() member: Member, @Input() { params, query }: ParsedOf<typeof copyRoutes.make>) {
    return this.copying.execute(member, params.clientId, query);
  }

  @Handles(copyRoutes.preview)
  preview(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof copyRoutes.preview>) {
    return this.copying.preview(member, params.clientId);
  }
}
