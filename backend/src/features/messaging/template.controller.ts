import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { KeepTemplates } from './keep-templates.js';

type Routes = typeof templateRoutes;
type Answer<Name extends keyof Routes> = Promise<ResponseOf<Routes[Name]>>;

@Controller()
export class TemplateController {
  constructor(private readonly templates: KeepTemplates) {}

  @Handles(templateRoutes.list)
  list(@CurrentMember() actor: Member): Answer<'list'> {
    return this.templates.list(actor);
  }

  @Handles(templateRoutes.write)
  write(@CurrentMember() actor: Member, @Input() { body }: ParsedOf<Routes['write']>): Answer<'write'> {
    return this.templates.write(actor, body);
  }

  @Handles(templateRoutes.change)
  change(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<Routes['change']>,
  ): Answer<'change'> {
    return this.templates.change(actor, params.templateId, body);
  }

  @Handles(templateRoutes.remove)
  remove(
    @CurrentMember() actor: Member,
    @Input() { params, query }: ParsedOf<Routes['remove']>,
  ): Answer<'remove'> {
    return this.templates.remove(actor, params.templateId, query.version);
  }
}
