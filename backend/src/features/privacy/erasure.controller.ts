import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { erasureRoutes, holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { AskForErasure } from './ask-for-erasure.js';
import { DecideErasure } from './decide-erasure.js';
import { LegalHolds } from './legal-holds.js';

@Controller()
export class ErasureController {
  constructor(
    private readonly asking: AskForErasure,
    private readonly deciding: DecideErasure,
    private readonly holds: LegalHolds,
  ) {}

  @Handles(erasureRoutes.ask)
  async ask(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof erasureRoutes.ask>,
  ): Promise<ResponseOf<typeof erasureRoutes.ask>> {
    return { request: await this.asking.execute(member, params.clientId) };
  }

  @Handles(erasureRoutes.ofClient)
  async ofClient(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof erasureRoutes.ofClient>,
  ): Promise<ResponseOf<typeof erasureRoutes.ofClient>> {
    return { request: await this.asking.ofClient(member, params.clientId) };
  }

  @Handles(erasureRoutes.list)
  async list(@CurrentMember() member: Member): Promise<ResponseOf<typeof erasureRoutes.list>> {
    return { items: await this.deciding.list(member) };
  }

  @Handles(erasureRoutes.preview)
  preview(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof erasureRoutes.preview>) {
    return this.deciding.preview(member, params.requestId);
  }

  @Handles(erasureRoutes.erase)
  async erase(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof erasureRoutes.erase>,
  ): Promise<ResponseOf<typeof erasureRoutes.erase>> {
    return { request: await this.deciding.erase(member, params.requestId, body.version) };
  }

  @Handles(erasureRoutes.refuse)
  async refuse(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof erasureRoutes.refuse>,
  ): Promise<ResponseOf<typeof erasureRoutes.refuse>> {
    return { request: await this.deciding.refuse(member, params.requestId, body) };
  }

  @Handles(holdRoutes.list)
  async listHolds(@CurrentMember() member: Member): Promise<ResponseOf<typeof holdRoutes.list>> {
    return { items: await this.holds.list(member) };
  }

  @Handles(holdRoutes.set)
  setHold(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof holdRoutes.set>) {
    return this.holds.set(member, body);
  }

  @Handles(holdRoutes.end)
  endHold(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<typeof holdRoutes.end>) {
    return this.holds.end(member, params.holdId, body.version);
  }
}
