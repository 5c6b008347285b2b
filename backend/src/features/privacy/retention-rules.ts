import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import { appliedOn, type AppliedRule } from '@rinnalla/shared/privacy/retention-plan';
import {
  type RetentionKind,
  type RetentionRule,
  retentionRules,
  rulesOn,
} from '@rinnalla/shared/privacy/retention-rules';

const register = new URL(import.meta.resolve('#registers/retention-rules.json'));

/** The register of retention, read once: a register that is not whole stops the start. */
@Injectable()
export class RetentionRules {
  private readonly rules: readonly RetentionRule[] = retentionRules.parse(
    JSON.parse(readFileSync(register, 'utf8')),
  );

  on(day: LocalDate): readonly RetentionRule[] {
    return rulesOn(this.rules, day);
  }

  /** As the database applies them on a day. */
  appliedOn(day: LocalDate): AppliedRule[] {
    return appliedOn(this.rules, day);
  }

  /** A rule in words, for reports. */
  view(code: string, kind: RetentionKind) {
    const rule = this.find(code);
    return {
      rule: code,
      kind,
      label: rule?.label ?? { fi: code, sv: code, en: code },
      act: rule?.act ?? '',
      isConfirmed: Boolean(rule?.confirmedBy),
    };
  }

  /** By its code, of any day: reports name rules that may have ended since. */
  find(code: string): RetentionRule | undefined {
    return this.rules.findLast((rule) => rule.code === code);
  }
}
