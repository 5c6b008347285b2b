import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayGrantOffice } from '@rinnalla/shared/organization/member-permissions';
import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import type { officeRoutes } from '@rinnalla/shared/organization/office-routes';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { AdministeredMember } from './administered-member.js';
import { administratorOf } from './member.presenter.js';
import { ReadMembers } from './read-members.js';

const insertOffice = statement(
  'insert-public-office',
  `insert into public_office (membership_id, organization_id, authority, task, valid_from, valid_to, granted_by, granted_at)
   values ($1, app.organization(), $2, $3, $4, $5, app.person(), $6) returning id`,
);
const updateOffice = statement(
  'update-public-office',
  `update public_office set authority = $4, task = $5, valid_from = $6, valid_to = $7, version = version + 1, updated_at = $8, updated_by = app.person()
    where id = $2 and membership_id = $1 and version = $3 and ended_at is null returning id`,
);
const endOffice = statement(
  'end-public-office',
  `update public_office set valid_to = greatest(app.today(), valid_from) - 1, ended_at = $3, ended_by = app.person(), version = version + 1
    where id = $2 and membership_id = $1 and ended_at is null and (valid_to is null or valid_to >= app.today()) returning id`,
);
const overlapping = statement(
  'overlapping-public-office',
  `select id from public_office where membership_id = $1 and id is distinct from $2 and ended_at is null
      and (valid_to is null or valid_to >= $3::date) and ($4::date is null or valid_from <= $4::date) limit 1`,
);

type Routes = typeof officeRoutes;
type Given = ParsedOf<Routes['give']>['body'];

/** Virkasuhde of a colleague: given, changed and ended by who leads the municipality, never by oneself. */
@Injectable()
export class KeepOffice {
  constructor(
    private readonly administered: AdministeredMember,
    private readonly reading: ReadMembers,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async give(by: Member, membershipId: string, given: Given): Promise<{ member: MemberView }> {
    await this.assertGrants(by, membershipId);
    await this.checkDays(membershipId, null, given);
    const row = await this.database.row<{ id: string }>(insertOffice, [
      membershipId,
      ...valuesOf(given),
      this.clock.now(),
    ]);
    return this.told(by, membershipId, 'grantOffice', row?.id ?? '');
  }

  async change(
    by: Member,
    { membershipId, officeId }: ParsedOf<Routes['change']>['params'],
    { version, ...given }: ParsedOf<Routes['change']>['body'],
  ): Promise<{ member: MemberView }> {
    await this.assertGrants(by, membershipId);
    await this.checkDays(membershipId, officeId, given);
    const saved = await this.database.row(updateOffice, [
      membershipId,
      officeId,
      version,
      ...valuesOf(given),
      this.clock.now(),
    ]);
    if (!saved) throw await this.absence(by, membershipId, officeId);
    return this.told(by, membershipId, 'changeOffice', officeId);
  }

  async end(
    by: Member,
    { membershipId, officeId }: ParsedOf<Routes['end']>['params'],
  ): Promise<{ member: MemberView }> {
    await this.assertGrants(by, membershipId);
    if (!(await this.database.row(endOffice, [membershipId, officeId, this.clock.now()])))
      throw await this.absence(by, membershipId, officeId);
    return this.told(by, membershipId, 'endOffice', officeId);
  }

  private async assertGrants(by: Member, membershipId: string): Promise<void> {
    const { row } = await this.administered.get(by, membershipId);
    if (!mayGrantOffice(administratorOf(by), { personId: row.person_id, role: row.role }))
      throw new Problem('notAllowed', { reason: 'onlyInAMunicipality' });
  }

  private async checkDays(membershipId: string, officeId: string | null, given: Given): Promise<void> {
    if (given.validTo && given.validTo < helsinkiDateOf(this.clock.now()))
      throw new Problem('invalidInput', { fields: [{ path: 'body.validTo', code: 'inThePast' }] });
    const values = [membershipId, officeId, given.validFrom, given.validTo ?? null];
    if (await this.database.row(overlapping, values)) throw new Problem('alreadyExists');
  }

  /** Gone, ended, or changed by another since it was read. */
  private async absence(by: Member, membershipId: string, officeId: string): Promise<Problem> {
    const { offices } = await this.reading.view(by, membershipId);
    return offices.some(({ id }) => id === officeId)
      ? new Problem('changedMeanwhile')
      : new Problem('notFound');
  }

  private async told(by: Member, membershipId: string, action: LogAction, officeId: string) {
    this.database.log({ action, objectType: 'membership', objectId: membershipId, details: { officeId } });
    return { member: await this.reading.view(by, membershipId) };
  }
}

const valuesOf = ({ authority, task, validFrom, validTo }: Given): unknown[] => [
  authority,
  task,
  validFrom,
  validTo ?? null,
];
