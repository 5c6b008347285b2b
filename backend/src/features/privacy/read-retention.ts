import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayWatchKeeping } from '@rinnalla/shared/privacy/privacy-permissions';
import type { RetentionPreview, retentionRoutes } from '@rinnalla/shared/privacy/retention-routes';
import type { RetentionKind } from '@rinnalla/shared/privacy/retention-rules';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { RetentionRules } from './retention-rules.js';

const previewRetention = statement('preview-retention', 'select * from app.preview_retention($1, $2)');
const runs = statement(
  'retention-runs',
  `select n.day::text, n.kind, n.rule, n.ended, n.held from retention_run n
    where n.day >= $1::date - 90 and (n.ended > 0 or n.held > 0) order by n.day desc, n.kind, n.rule`,
);

interface PreviewRow {
  kind: RetentionKind;
  rule: string;
  ending: number;
  held: number;
  case_numbers: string[];
  held_case_numbers: string[];
}
interface RunRow {
  day: string;
  kind: RetentionKind;
  rule: string;
  ended: number;
  held: number;
}

/** What would end on a day, and what has ended: counts and case numbers of the own organization. */
@Injectable()
export class ReadRetention {
  constructor(
    private readonly rules: RetentionRules,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async preview(member: Member, day = addDays(this.today, 1)): Promise<RetentionPreview> {
    assertWatches(member);
    const rows = await this.database.rows<PreviewRow>(previewRetention, [
      JSON.stringify(this.rules.appliedOn(day)),
      day,
    ]);
    return {
      day,
      lines: rows.map(({ kind, rule, ending, held, case_numbers, held_case_numbers }) => ({
        ...this.rules.view(rule, kind),
        ending,
        held,
        caseNumbers: case_numbers,
        heldCaseNumbers: held_case_numbers,
      })),
    };
  }

  async runs(member: Member): Promise<ResponseOf<typeof retentionRoutes.runs>> {
    assertWatches(member);
    const rows = await this.database.rows<RunRow>(runs, [this.today]);
    const days = [...new Set(rows.map(({ day }) => day))];
    return {
      items: days.map((day) => ({
        day,
        lines: rows
          .filter((row) => row.day === day)
          .map(({ rule, kind, ended, held }) => ({ ...this.rules.view(rule, kind), ended, held })),
      })),
    };
  }

  private get today(): LocalDate {
    return helsinkiDateOf(this.clock.now());
  }
}

const assertWatches = (member: Member): void => {
  if (!mayWatchKeeping(member.role)) throw new Problem('notAllowed', { reason: 'notYourPart' });
};
