import { Injectable } from '@nestjs/common';
import { fieldOfFinding, type PublishError } from '@rinnalla/shared/catalogue/publish-check';
import type { OwnServiceCardView, OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { mayKeepPlaces, mayManageServices } from '@rinnalla/shared/catalogue/service-permissions';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import type { Page } from '@rinnalla/shared/contract/page';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type FieldProblemCode, Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { MunicipalityRegister } from './municipality-register.js';
import { type OwnCircumstances, presentOwnService, presentOwnServiceCard } from './own-service.presenter.js';
import { OwnServiceQuery } from './own-service.query.js';

/** What an organization reads of its own services. */
@Injectable()
export class OwnServices {
  constructor(
    private readonly query: OwnServiceQuery,
    private readonly clock: Clock,
    private readonly register: MunicipalityRegister,
  ) {}

  get circumstances(): OwnCircumstances {
    const now = this.clock.now();
    return { now, today: helsinkiDateOf(now), register: this.register };
  }

  /** Another organization's service is not found, whoever asks. */
  async view(serviceId: string): Promise<OwnServiceView> {
    return presentOwnService(await this.query.get(serviceId), this.circumstances);
  }

  async list(
    member: Member,
    {
      status,
      after,
      limit,
    }: { status?: ServiceStatus | undefined; after?: string | undefined; limit: number },
  ): Promise<Page<OwnServiceCardView>> {
    if (!mayKeepPlaces(member, member.organization.id)) throw new Problem('notAllowed');
    const rows = await this.query.list(status, positionOf(after), limit);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const mayManage = mayManageServices(member, member.organization.id);
    return {
      items: shown.map((row) => presentOwnServiceCard(row, this.clock.now(), mayManage)),
      next: rows.length > limit && last ? cursorOf(last.sort_title, last.id) : null,
    };
  }
}

const noId = '00000000-0000-0000-0000-000000000000';
const cursorOf = (title: string, id: string): string => `${id}.${Buffer.from(title).toString('base64url')}`;
const positionOf = (cursor: string | undefined): { title: string; id: string } => {
  const [, id, title] = /^([0-9a-f-]{36})\.([\w-]*)$/.exec(cursor ?? '') ?? [];
  return id === undefined || title === undefined
    ? { title: '', id: noId }
    : { title: Buffer.from(title, 'base64url').toString(), id };
};

const codeOf: Partial<Record<PublishError, FieldProblemCode>> = {
  summaryTooLong: 'tooLong',
  statutoryBasisNotInForce: 'invalid',
  addressNotProtected: 'invalid',
};

/** The refusal of a service that does not pass the publish check: the findings by name, and the fields that they are about. */
export const publishRefusal = (errors: readonly PublishError[]): Problem =>
  new Problem('unprocessable', {
    reason: 'publishCheckFailed',
    fields: errors.map((error) => ({
      path: `body.content.${fieldOfFinding[error]}`,
      code: codeOf[error] ?? 'required',
    })),
    details: { findings: errors.join(' ') },
  });
