import type { LocalDate } from '../kernel/local-date.js';
import { isOpen, type ReferralStatus } from '../referral/referral-status.js';
import { caseRuleFor, endOfKeeping, type RetentionRule } from './retention-rules.js';

/** A case of the client, as the decision needs it: no name, no word of it. */
export interface CaseFacts {
  referralId: string;
  caseNumber: string;
  status: ReferralStatus;
  /** The day on which it ended; while it runs, when its status began. */
  endedOn: LocalDate;
  statutoryBases: readonly string[];
  /** Erased before: nothing of the client is left in it. */
  isRecord: boolean;
  /** It left the sender’s hands once: somebody was told something. */
  wasSent: boolean;
  counts: CaseCounts;
}

/** What a case holds. */
export const caseCountNames = ['messages', 'notes', 'files', 'drafts', 'texts', 'notifications'] as const;
export type CaseCounts = Record<(typeof caseCountNames)[number], number>;

/** A case that an act orders to be kept. */
export interface KeptCase {
  referralId: string;
  caseNumber: string;
  /** Of the rule, in the register. */
  rule: string;
  until: LocalDate;
}

export interface ErasurePlan {
  /** Sent cases that have not ended: they are ended first, by who answers for them, so that no place is lost. */
  open: string[];
  kept: KeptCase[];
  /** Case numbers whose content goes, drafts among them. */
  going: string[];
  /** Name, contact and card go too; not while a case is kept, for it must be known whose it is. */
  clientGoes: boolean;
  counts: CaseCounts;
  /** How many holders are asked to delete what they took out of the product. */
  holders: number;
}

/** What an erasure today would do. Conversations, files and drafts go also from a case that is kept. */
export const planErasure = (
  cases: readonly CaseFacts[],
  rules: readonly RetentionRule[],
  today: LocalDate,
): ErasurePlan => {
  const left = cases.filter(({ isRecord }) => !isRecord);
  const kept = left.flatMap((one): KeptCase[] => {
    const rule = one.status === 'draft' ? undefined : caseRuleFor(rules, one.statutoryBases, one.endedOn);
    if (!rule?.binds) return [];
    const until = endOfKeeping(rule, one.endedOn);
    return until > today
      ? [{ referralId: one.referralId, caseNumber: one.caseNumber, rule: rule.code, until }]
      : [];
  });
  const isKept = new Set(kept.map(({ referralId }) => referralId));
  const counts = { messages: 0, notes: 0, files: 0, drafts: 0, texts: 0, notifications: 0 };
  for (const one of left)
    for (const name of caseCountNames)
      if (name !== 'texts' || !isKept.has(one.referralId)) counts[name] += one.counts[name];
  return {
    open: left.filter(({ status }) => isOpen(status)).map(({ caseNumber }) => caseNumber),
    kept,
    going: left.filter(({ referralId }) => !isKept.has(referralId)).map(({ caseNumber }) => caseNumber),
    clientGoes: kept.length === 0,
    counts,
    holders: left.filter(({ wasSent }) => wasSent).length,
  };
};
