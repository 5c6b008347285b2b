import { Injectable } from '@nestjs/common';
import type { ErasureReport, ErasureRequestView } from '@rinnalla/shared/privacy/erasure-routes';
import type { ErasureRequestRow, KeptReport } from './erasure.query.js';
import { RetentionRules } from './retention-rules.js';

/** Names every field of a request that leaves the server; the rules of its report in their words. */
@Injectable()
export class ErasurePresenter {
  constructor(private readonly rules: RetentionRules) {}

  request(row: ErasureRequestRow): ErasureRequestView {
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      caseNumbers: row.case_numbers,
      askedAt: row.asked_at.toISOString(),
      askedBy: row.asked_by_name,
      dueOn: row.due_on,
      isHeld: row.is_held,
      decided: row.decided_at && {
        by: row.decided_by_name ?? '',
        at: row.decided_at.toISOString(),
        refusal: row.refusal,
      },
      report: row.report && this.report(row.report),
    };
  }

  report({ going, kept, clientGoes, counts, holdersAsked }: KeptReport): ErasureReport {
    return {
      going,
      kept: kept.map(({ caseNumber, rule: code, until }) => {
        const rule = this.rules.find(code);
        return {
          caseNumber,
          act: rule?.act ?? code,
          label: rule?.label ?? { fi: code, sv: code, en: code },
          isConfirmed: Boolean(rule?.confirmedBy),
          until,
        };
      }),
      clientGoes,
      counts,
      holdersAsked,
    };
  }
}
