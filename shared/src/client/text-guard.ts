import { Problem } from '../kernel/problem.js';
import { type ContactRule, kindsOf, type SensitiveKind, sensitiveTextReason } from './sensitive-kinds.js';
import { type Finding, findSensitive } from './sensitive-text.js';

type Text = string | null | undefined;

const counts = (kind: SensitiveKind, contacts: ContactRule): boolean =>
  contacts !== 'none' || (kind !== 'phone' && kind !== 'streetAddress');

/** What the writer is asked about before this text reaches somebody. */
export const findingsToAsk = (text: Text, contacts: ContactRule): Finding[] =>
  text ? findSensitive(text).filter(({ kind }) => counts(kind, contacts)) : [];

/**
 * The kinds that stand in these texts and were acknowledged: for the log, which gets kinds and no word. Throws
 * `unprocessable`, reason `sensitiveText`, when there are others: no caller of the API sends them unseen.
 */
export const checkAcknowledged = (
  texts: readonly Text[],
  contacts: ContactRule,
  acknowledged: readonly SensitiveKind[] = [],
): SensitiveKind[] => {
  const kinds = kindsOf(texts.flatMap((text) => findingsToAsk(text, contacts)));
  const unseen = kinds.filter((kind) => !acknowledged.includes(kind));
  if (unseen.length > 0)
    throw new Problem('unprocessable', { reason: sensitiveTextReason, details: { kinds: unseen.join(' ') } });
  return kinds;
};
