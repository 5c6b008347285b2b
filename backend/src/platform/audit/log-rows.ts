import { randomUUID } from 'node:crypto';
import type { LogAction } from '@rinnalla/shared/log/log-action';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { type LogSeal, microsecondsOf, type SealedRow } from './log-seal.js';

/** What was asked in vain: a route, or an event of the socket. */
export type RefusedAction = `${string} /${string}` | `socket ${string}`;

/** One row of the log, as a use case tells it; who, when and for whom is added when it is written. */
export interface AuditEntry {
  action: LogAction | RefusedAction;
  objectType: string;
  objectId?: string;
  clientId?: string;
  purpose?: string;
  /** `refused` is written in a transaction of its own, for what was asked is undone. */
  result?: 'refused';
  details?: Record<string, unknown>;
}

interface Acting {
  actor: Actor | undefined;
  at: Date;
  requestId: string | undefined;
}

/** The columns of the log that the application writes: everything but the row's place in its chain. */
export const logColumns =
  'person_id, organization_id, role, office_holder, action, object_type, object_id, client_id, purpose, result, details, request_id, entry_id, seal';
/** The same, for `jsonb_to_recordset`. */
export const logDefinition =
  'person_id uuid, organization_id uuid, role text, office_holder boolean, action text, object_type text, object_id text, client_id uuid, purpose text, result text, details jsonb, request_id text, entry_id uuid, seal text';

/** The entries of one transaction as they are written: with who acted, and sealed. */
export const logRowsOf = (
  entries: readonly AuditEntry[],
  { actor, at, requestId }: Acting,
  seal: LogSeal,
): (SealedRow & { seal: string })[] =>
  entries.map((entry) => {
    const row: SealedRow = {
      entry_id: randomUUID(),
      person_id: actor?.personId ?? null,
      organization_id: actor?.organization?.id ?? null,
      role: actor?.role ?? null,
      office_holder: actor?.officeHolder ?? false,
      action: entry.action,
      object_type: entry.objectType,
      object_id: entry.objectId ?? null,
      client_id: entry.clientId ?? null,
      purpose: entry.purpose ?? null,
      result: entry.result ?? 'done',
      details: entry.details ?? {},
      request_id: requestId ?? null,
    };
    return { ...row, seal: seal.sealOf(row, microsecondsOf(at)) };
  });
