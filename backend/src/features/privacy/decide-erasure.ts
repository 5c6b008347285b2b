import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import { type ErasurePlan, planErasure } from '@rinnalla/shared/privacy/erasure';
import type { ErasurePreview, ErasureRequestView } from '@rinnalla/shared/privacy/erasure-routes';
import { mayDecideErasure, mayWatchKeeping } from '@rinnalla/shared/privacy/privacy-permissions';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ErasurePresenter } from './erasure.presenter.js';
import { type ErasureRequestRow, ErasureQuery, type KeptReport, presentHold } from './erasure.query.js';
import { RetentionRules } from './retention-rules.js';

const eraseClient = statement(
  'erase-client',
  'select outcome, ended, asked, handler_id, non_disclosure from app.erase_client($1, $2, $3, $4, $5, $6)',
);
const refuseErasure = statement(
  'refuse-erasure',
  `update erasure_request set state = 'refused', version = version + 1, decided_at = $3, decided_by = $4, decided_by_name = $5, refusal = $6
    where id = $1 and version = $2 and state = 'asked' returning id`,
);

interface Erased {
  outcome: 'decided' | 'changed' | 'held' | 'casesOpen' | 'erased';
  ended: Record<string, string | number | boolean>[] | null;
  asked: { referralId: string; organizationId: string }[] | null;
  handler_id: string;
  non_disclosure: boolean;
}

type Refusal = NonNullable<NonNullable<ErasureRequestView['decided']>['refusal']>;

/** What a request would do, does, or does not do. */
@Injectable()
export class DecideErasure {
  constructor(
    private readonly query: ErasureQuery,
    private readonly presenter: ErasurePresenter,
    private readonly rules: RetentionRules,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async list(member: Member): Promise<ErasureRequestView[]> {
    assertWatches(member);
    const rows = await this.query.listRequests();
    this.database.log({
      action: 'listErasureRequests',
      objectType: 'erasureRequest',
      details: { count: rows.length },
    });
    return rows.map((row) => this.presenter.request(row));
  }

  async preview(member: Member, requestId: string): Promise<ErasurePreview> {
    assertWatches(member);
    const { row, plan } = await this.getWithPlan(requestId);
    this.log('previewErasure', row);
    return {
      request: this.presenter.request(row),
      plan: this.presenter.report(reportOf(plan)),
      open: plan.open,
      holds: (await this.query.listHoldsOf(row.client_id)).map((hold) => presentHold(hold, this.today)),
      mayErase:
        mayDecideErasure(member.role) && row.state === 'asked' && !row.is_held && plan.open.length === 0,
    };
  }

  async erase(member: Member, requestId: string, version: number): Promise<ErasureRequestView> {
    assertDecides(member);
    const { row, plan } = await this.getWithPlan(requestId);
    // Said again: what was done is told, nothing is done twice.
    if (row.state === 'erased') return this.presenter.request(row);
    const report = reportOf(plan);
    const done = await this.database.row<Erased>(eraseClient, [
      requestId,
      version,
      plan.kept.map(({ referralId }) => referralId),
      JSON.stringify(report),
      displayName(member),
      this.clock.now(),
    ]);
    if (done?.outcome !== 'erased') throw refusalOf(done?.outcome, plan, await this.get(requestId));
    this.log('eraseClient', row, { kept: plan.kept.length, cases: plan.going.length });
    for (const payload of done.ended ?? []) this.database.happened({ name: 'caseRecorded', payload });
    for (const { referralId, organizationId } of done.asked ?? [])
      this.database.happened({ name: 'deletionAsked', payload: { referralId, organizationId } });
    this.database.happened({
      name: 'clientErased',
      payload: {
        clientId: row.client_id,
        organizationId: member.organization.id,
        handlerId: done.handler_id,
        nonDisclosure: done.non_disclosure,
      },
    });
    return this.presenter.request(await this.get(requestId));
  }

  async refuse(
    member: Member,
    requestId: string,
    { version, refusal }: { version: number; refusal: Refusal },
  ): Promise<ErasureRequestView> {
    assertDecides(member);
    const row = await this.get(requestId);
    const refused = await this.database.row(refuseErasure, [
      requestId,
      version,
      this.clock.now(),
      member.personId,
      displayName(member),
      refusal,
    ]);
    if (!refused) throw changedMeanwhile(row);
    this.log('refuseErasure', row, { refusal });
    return this.presenter.request(await this.get(requestId));
  }

  private get today() {
    return helsinkiDateOf(this.clock.now());
  }

  private async get(requestId: string): Promise<ErasureRequestRow> {
    const row = await this.query.findRequest(requestId);
    if (!row) throw new Problem('notFound');
    return row;
  }

  private async getWithPlan(requestId: string): Promise<{ row: ErasureRequestRow; plan: ErasurePlan }> {
    const found = await this.query.findRequestWithCases(requestId);
    if (!found) throw new Problem('notFound');
    const { cases, ...row } = found;
    return { row, plan: planErasure(cases, this.rules.on(this.today), this.today) };
  }

  private log(
    action: LogAction,
    { id, client_id: clientId }: ErasureRequestRow,
    details: Record<string, unknown> = {},
  ): void {
    this.database.log({
      action,
      objectType: 'erasureRequest',
      objectId: id,
      clientId,
      purpose: 'clientsRequest',
      details,
    });
  }
}

const assertWatches = (member: Member): void => {
  if (!mayWatchKeeping(member.role)) throw new Problem('notAllowed', { reason: 'notYourPart' });
};
const assertDecides = (member: Member): void => {
  if (!mayDecideErasure(member.role)) throw new Problem('notAllowed', { reason: 'notYourPart' });
};

const reportOf = ({ going, kept, clientGoes, counts, holders }: ErasurePlan): KeptReport => ({
  going,
  kept: kept.map(({ caseNumber, rule, until }) => ({ caseNumber, rule, until })),
  clientGoes,
  counts,
  holdersAsked: holders,
});

const refusalOf = (
  outcome: Exclude<Erased['outcome'], 'erased'> | undefined,
  { open }: ErasurePlan,
  row: ErasureRequestRow,
): Problem => {
  if (outcome === 'held') return new Problem('wrongStatus', { reason: 'held' });
  if (outcome === 'casesOpen')
    return new Problem('wrongStatus', { reason: 'casesOpen', details: { cases: open.join(', ') } });
  return changedMeanwhile(row);
};

const changedMeanwhile = (row: ErasureRequestRow): Problem =>
  new Problem('changedMeanwhile', {
    details: {
      actorName: row.decided_by_name,
      at: (row.decided_at ?? row.asked_at).toISOString(),
      version: row.version,
    },
  });
