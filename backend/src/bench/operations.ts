import type pg from 'pg';
import type { Call } from './load.js';
import { messagePlaces } from './message-places.js';
import { prepareCases, type PreparedCase } from './prepare-cases.js';
import { caseCalls, searchCalls, worklistCalls } from './read-samples.js';
import type { Scale } from './scale.js';

/** The product, its limit, and where something must be kept of a request the limit that keeps it too. */
export const targets = ['api', 'limit', 'keeping'] as const;
export type Target = (typeof targets)[number];

interface Goals {
  name: string;
  /** Requests per second against the limit, at least. */
  ratio: number;
  /** Requests per second against the limit that keeps what the product must keep, at least; undefined: nothing is kept. */
  keepingRatio?: number;
  /** Round trips to the database of one request, at most. */
  roundTrips: number;
}

/** Always the same requests. */
interface ReadOperation extends Goals {
  kind: 'read';
  calls: readonly Call[];
}

/** Each request changes something of its own. */
interface WriteOperation extends Goals {
  kind: 'write';
  /** As many cases as one round may use up. */
  prepare(batch: number, count: number): Promise<PreparedCase[]>;
  /** Cases that may be written to again and again. */
  goesRound: boolean;
  call(target: Target, prepared: PreparedCase): Call;
}
export type Operation = ReadOperation | WriteOperation;

const reads = { kind: 'read', ratio: 0.6, roundTrips: 3 } as const;
/** Whoever reads a client's matters is known, and leaves a row of the log. */
const kept = { keepingRatio: 0.6 } as const;
const writes = { kind: 'write', ratio: 0.5, keepingRatio: 0.5, roundTrips: 6 } as const;
const text = 'Soitin tänään, sopii hyvin. Tavataan torstaina kello yksi kirjastolla.';

const transition =
  (action: string, limitName: string) =>
  (target: Target, { id, version, token, ...doer }: PreparedCase): Call =>
    target === 'api'
      ? { method: 'POST', path: `/api/referrals/${id}/transitions`, token, body: { action, version } }
      : { method: 'POST', path: limitPath(target, limitName), body: { id, version, ...doer } };

export const limitPath = (target: Target, name: string): string =>
  target === 'keeping' ? `/keeping/${name}` : `/${name}`;

/** What is measured: the main job's busiest reads and writes. */
export const operationsOf = async (superuser: pg.Pool, scale: Scale): Promise<Operation[]> => {
  const places = await messagePlaces(superuser);
  return [
    { ...reads, name: 'search', calls: await searchCalls(superuser, scale) },
    { ...reads, ...kept, name: 'worklist', calls: worklistCalls(scale) },
    { ...reads, ...kept, name: 'case', calls: await caseCalls(superuser) },
    {
      ...writes,
      name: 'send',
      prepare: (batch, count) => prepareCases(superuser, scale, { batch, count, state: 'draft' }),
      goesRound: false,
      call: transition('send', 'send'),
    },
    {
      ...writes,
      name: 'transition',
      prepare: (batch, count) => prepareCases(superuser, scale, { batch, count, state: 'sent' }),
      goesRound: false,
      call: transition('acknowledge', 'transition'),
    },
    {
      ...writes,
      name: 'message',
      prepare: async () => places,
      goesRound: true,
      call: (target, { id, token, personId, organizationId }) =>
        target === 'api'
          ? {
              method: 'POST',
              path: `/api/conversations/${id}/messages`,
              token,
              body: { clientMessageId: crypto.randomUUID(), body: text },
            }
          : {
              method: 'POST',
              path: limitPath(target, 'message'),
              body: { id, version: 0, personId, organizationId, body: text },
            },
    },
  ];
};
