import type { DomainEvent } from '../database/transaction.js';

export interface Heard {
  /** A committed event. */
  rung: (event: DomainEvent) => void;
  /** It listens again after a loss: rings may have been missed, so what is open must be read again. */
  restored: () => void;
}

/**
 * Wakes this node after a commit anywhere. A ring may come twice or, across a loss, not at all; it carries ids, and who is
 * woken reads. The seam for another bus than PostgreSQL's own: docs/adr/0019 says when, and what it must keep.
 */
export interface Doorbell {
  /** Resolves when it listens for the first time. */
  open: (heard: Heard) => Promise<void>;
  close: () => Promise<void>;
}

/** Injection token of the `Doorbell`. */
export const DOORBELL = Symbol('Doorbell');
