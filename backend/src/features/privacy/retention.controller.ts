import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { retentionRoutes } from '@rinnalla/shared/privacy/retention-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ReadRetention } from './read-retention.js';

@Controller()
export class RetentionController {
  constructor(private readonly reading: ReadRetention) {}

  @Handles(retentionRoutes.preview)
  preview(@CurrentMember() member: Member, @Input() { query }: ParsedOf<typeof retentionRoutes.preview>) {
    return this.reading.preview(member, query.day);
  }

  @Handles(retentionRoutes.runs)
  runs(@CurrentMember() member: Member) {
    return this.reading.runs(member);
  }
}
