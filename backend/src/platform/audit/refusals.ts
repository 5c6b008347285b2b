import { Injectable } from '@nestjs/common';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { log } from '../log/log.js';
import type { RefusedAction } from './log-rows.js';

/** Who asked for what: the name of the route or event, and the ids in it. Never what was written or searched. */
export interface Refused {
  tokenHash: string | undefined;
  requestId?: string | undefined;
  action: RefusedAction;
  ids: unknown;
}

const windowMs = 60_000;
/** Enough to see what somebody tries, too few to fill the log. */
const mostPerWindow = 30;
const mostRemembered = 10_000;

interface Window {
  since: number;
  count: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What was refused to a known person is logged too, in a transaction of its own: 403, and 404 of what is kept from
 * them or is not there. The last row of a full minute says that more were left out.
 */
@Injectable()
export class Refusals {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async keep(
    { code, status, extra }: Problem,
    { tokenHash, requestId, action, ids }: Refused,
  ): Promise<void> {
    if (!tokenHash || (status !== 403 && status !== 404)) return;
    const count = this.countOf(tokenHash);
    if (count > mostPerWindow) return;
    const object = objectOf(ids);
    try {
      await this.database.inTransaction({ tokenHash, requestId }, async ({ transaction }) => {
        if (!transaction.actor) return;
        this.database.log({
          action,
          result: 'refused',
          ...object,
          details: {
            code,
            ...(extra.reason ? { reason: extra.reason } : {}),
            ...(count === mostPerWindow ? { moreLeftOut: true } : {}),
          },
        });
      });
    } catch (error) {
      // The refusal itself stands: nothing is opened because it could not be written down.
      log.error(
        { error: error instanceof Error ? error.name : typeof error },
        'a refusal could not be logged',
      );
    }
  }

  private countOf(asker: string): number {
    const now = this.clock.now().getTime();
    if (this.windows.size > mostRemembered) this.windows.clear();
    const known = this.windows.get(asker);
    const window = known && now - known.since < windowMs ? known : { since: now, count: 0 };
    window.count += 1;
    this.windows.set(asker, window);
    return window.count;
  }
}

/** The first id of the address: `clientId` → a client. */
const objectOf = (ids: unknown): { objectType: string; objectId?: string; clientId?: string } => {
  const named = Object.entries((ids ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && uuid.test(entry[1]),
  );
  const [name, objectId] = named[0] ?? [];
  if (!name || !objectId) return { objectType: 'route' };
  const clientId = named.find(([one]) => one === 'clientId')?.[1];
  return { objectType: name.replace(/Id$/, ''), objectId, ...(clientId ? { clientId } : {}) };
};
