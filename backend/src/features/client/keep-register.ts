import { Injectable } from '@nestjs/common';
import { mayUseRegister } from '@rinnalla/shared/client/client-permissions';
import type { RegisterView, registerRoutes } from '@rinnalla/shared/client/register-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ClientAccess } from './client-access.js';

interface RegisterRow {
  version: number;
  reference: string | null;
  employment_status: RegisterView['employmentStatus'];
  plan_extract: string | null;
  task: string;
  updated_at: Date;
}

const readRegister = statement(
  'client-register',
  'select version, reference, employment_status, plan_extract, task, updated_at from client_register where client_id = $1',
);
/** The task is that of the virkasuhde under which it is written: no other statement of purpose is taken. */
const writersTask = `(select f.task from public_office f where f.membership_id = app.membership() and f.valid_from <= app.today()
   and (f.valid_to is null or f.valid_to >= app.today()) order by f.valid_from, f.id limit 1)`;
const insertRegister = statement(
  'insert-client-register',
  `insert into client_register (client_id, organization_id, reference, employment_status, plan_extract, task, updated_at, updated_by)
   values ($1, app.organization(), $2, $3, $4, ${writersTask}, $5, app.person()) on conflict do nothing returning client_id`,
);
const updateRegister = statement(
  'update-client-register',
  `update client_register set reference = $2, employment_status = $3, plan_extract = $4, task = ${writersTask}, updated_at = $5, updated_by = app.person(), version = version + 1
    where client_id = $1 and version = $6 returning client_id`,
);

/** Data of the authority's register about a client. The code asks for a valid virkasuhde, and so does the database. */
@Injectable()
export class KeepRegister {
  constructor(
    private readonly access: ClientAccess,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async read(member: Member, clientId: string): Promise<RegisterView> {
    await this.access.getReadable(member, clientId);
    assertOfficeHolder(member);
    this.database.log({ action: 'readRegister', objectType: 'client', objectId: clientId, clientId });
    return this.view(clientId);
  }

  async save(
    member: Member,
    clientId: string,
    given: ParsedOf<typeof registerRoutes.save>['body'],
  ): Promise<RegisterView> {
    await this.access.getChangeable(member, clientId);
    assertOfficeHolder(member);
    const values = [
      clientId,
      given.reference ?? null,
      given.employmentStatus ?? null,
      given.planExtract ?? null,
      this.clock.now(),
    ];
    const saved =
      given.version === 0
        ? await this.database.row(insertRegister, values)
        : await this.database.row(updateRegister, [...values, given.version]);
    if (!saved) throw new Problem('changedMeanwhile');
    this.database.log({
      action: 'changeRegister',
      objectType: 'client',
      objectId: clientId,
      clientId,
      details: { version: given.version + 1 },
    });
    return this.view(clientId);
  }

  private async view(clientId: string): Promise<RegisterView> {
    const row = await this.database.row<RegisterRow>(readRegister, [clientId]);
    return {
      version: row?.version ?? 0,
      reference: row?.reference ?? null,
      employmentStatus: row?.employment_status ?? null,
      planExtract: row?.plan_extract ?? null,
      task: row?.task ?? null,
      updatedAt: row?.updated_at.toISOString() ?? null,
    };
  }
}

const assertOfficeHolder = (member: Member): void => {
  if (!mayUseRegister(member)) throw new Problem('notAllowed', { reason: 'noOffice' });
};
