import { z } from 'zod';

/** What a free text should rarely carry. */
export const sensitiveKinds = ['identityCode', 'phone', 'streetAddress', 'health', 'personName'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** What the writer was asked about and sends all the same. */
export const acknowledgedKinds = z.array(z.enum(sensitiveKinds)).max(sensitiveKinds.length).optional();

/** The reason of the refusal when something was not acknowledged; `details.kinds` names what, by spaces. */
export const sensitiveTextReason = 'sensitiveText';

/**
 * Whether telephone numbers and addresses count in a text about a client. `nonDisclosure`: the client's are secret, and
 * the writer knows. `none`: the writer knows that they are not. `always`: the writer may not know, so they count in
 * every case alike, and neither the question nor its absence tells which clients have a non-disclosure order.
 */
export const contactRules = ['none', 'always', 'nonDisclosure'] as const;
export type ContactRule = (typeof contactRules)[number];

/** The sender's people who may see the case know of the client's order; for the provider's the rule is one for all cases. */
export const contactRuleOf = (writer: { isSender: boolean; nonDisclosure: boolean }): ContactRule =>
  writer.isSender ? (writer.nonDisclosure ? 'nonDisclosure' : 'none') : 'always';

/** The kinds among some findings, each once, in their usual order. */
export const kindsOf = (findings: readonly { kind: SensitiveKind }[]): SensitiveKind[] =>
  sensitiveKinds.filter((kind) => findings.some((finding) => finding.kind === kind));
