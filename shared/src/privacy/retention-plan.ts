import type { LocalDate } from '../kernel/local-date.js';
import { lastBeginning, type RetentionKind, type RetentionRule, rulesOn } from './retention-rules.js';

/** A rule as the database applies it: whatever began on `until` or before has ended. */
export interface AppliedRule {
  rule: string;
  version: number;
  kind: RetentionKind;
  bases: readonly string[] | null;
  until: LocalDate;
}

/** The rules of a day, each with the last day whose keeping has ended. */
export const appliedOn = (rules: readonly RetentionRule[], day: LocalDate): AppliedRule[] =>
  rulesOn(rules, day).map((rule) => ({
    rule: rule.code,
    version: rule.version,
    kind: rule.kind,
    bases: rule.statutoryBases,
    until: lastBeginning(rule, day),
  }));
