import type { Finding } from '@rinnalla/shared/client/sensitive-text';

/** A text that is about to reach somebody, and the id of the field it was written in. */
export interface GuardedText {
  text: string | null | undefined;
  fieldId: string;
}

/** One that its writer is asked about. */
export interface FoundText {
  text: string;
  fieldId: string;
  findings: readonly Finding[];
}
