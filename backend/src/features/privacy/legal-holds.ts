import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import type { holdRoutes, HoldView } from '@rinnalla/shared/privacy/erasure-routes';
import { maySetHold } from '@rinnalla/shared/privacy/privacy-permissions';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ErasureQuery, type HoldRow, presentHold } from './erasure.query.js';

const setHold = statement('set-hold', 'select * from app.set_hold($1, $2, $3, $4, $5, $6, $7, $8)');
const endHold = statement(
  'end-hold',
  `update legal_hold set version = version + 1, ended_at = $3, ended_by = $4, ended_by_name = $5
    where id = $1 and version = $2 and ended_at is null returning id`,
);

/** While a hold stands nothing of what it covers is erased: neither on request nor by time. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly query: ErasureQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async list(member: Member): Promise<HoldView[]> {
    assertMay(member);
    const rows = await this.query.listHolds();
    this.database.log({ action: 'listHolds', objectType: 'legalHold', details: { count: rows.length } });
    return rows.map((row) => this.present(row));
  }

  async set(
    member: Member,
    { caseNumber, requestId, act, reason, from, to }: ParsedOf<typeof holdRoutes.set>['body'],
  ): Promise<HoldView> {
    assertMay(member);
    const made = await this.database.row<{ id: string }>(setHold, [
      requestId ?? null,
      caseNumber ?? null,
      act,
      reason,
      from,
      to ?? null,
      displayName(member),
      this.clock.now(),
    ]);
    if (!made)
      throw new Problem('invalidInput', { fields: [{ path: 'body.caseNumber', code: 'notInList' }] });
    return this.after('setHold', await this.get(made.id));
  }

  async end(member: Member, holdId: string, version: number): Promise<HoldView> {
    assertMay(member);
    const row = await this.get(holdId);
    const ended = await this.database.row(endHold, [
      holdId,
      version,
      this.clock.now(),
      member.personId,
      displayName(member),
    ]);
    if (!ended)
      throw new Problem('changedMeanwhile', {
        details: {
          actorName: row.ended_by_name,
          at: (row.ended_at ?? row.set_at).toISOString(),
          version: row.version,
        },
      });
    return this.after('endHold', await this.get(holdId));
  }

  private async get(holdId: string): Promise<HoldRow> {
    const row = await this.query.findHold(holdId);
    if (!row) throw new Problem('notFound');
    return row;
  }

  private after(action: LogAction, row: HoldRow): HoldView {
    this.database.log({ action, objectType: 'legalHold', objectId: row.id, clientId: row.client_id });
    return this.present(row);
  }

  private present(row: HoldRow): HoldView {
    return presentHold(row, helsinkiDateOf(this.clock.now()));
  }
}

const assertMay = (member: Member): void => {
  if (!maySetHold(member.role)) throw new Problem('notAllowed', { reason: 'notYourPart' });
};
