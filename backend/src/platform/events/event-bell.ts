import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { DomainEvent } from '../database/transaction.js';
import { log } from '../log/log.js';
import { DOORBELL, type Doorbell } from './doorbell.js';

type Listener = (event: DomainEvent) => void | Promise<void>;
type Restored = () => void | Promise<void>;

const tries = 10;
const longestPauseMs = 2_000;

/**
 * Tells this node's listeners of every committed event, and when events may have been missed. A listener that fails is
 * called again for some seconds: a database that stumbles must leave no open screen behind. So it may run twice.
 */
@Injectable()
export class EventBell implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly restored = new Set<Restored>();
  private isStopped = false;

  constructor(@Inject(DOORBELL) private readonly doorbell: Doorbell) {}

  onEvent(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Called when the bell rings again after a loss. */
  onReconnect(listener: Restored): void {
    this.restored.add(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.doorbell.open({
      rung: (event) => {
        for (const listener of this.listeners) void this.run(() => listener(event));
      },
      restored: () => {
        for (const listener of this.restored) void this.run(() => listener());
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.doorbell.close();
  }

  private async run(work: () => void | Promise<void>): Promise<void> {
    for (let attempt = 1; !this.isStopped; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === tries)
          return log.error(
            { error: error instanceof Error ? error.name : typeof error },
            'a listener failed',
          );
        await pause(Math.min(50 * 2 ** attempt, longestPauseMs), undefined, { ref: false });
      }
    }
  }
}
