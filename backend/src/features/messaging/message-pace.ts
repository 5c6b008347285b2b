import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';

const most = 20;
const windowMs = 10_000;

/** At most 20 messages in 10 seconds from one person on this node: nobody types so, a broken client does. */
@Injectable()
export class MessagePace {
  private readonly sentAtMs = new Map<string, number[]>();

  /** Throws tooManyRequests. Measured on the machine's own steady clock: not a domain time. */
  take(personId: string, nowMs = performance.now()): void {
    const recent = (this.sentAtMs.get(personId) ?? []).filter((at) => at > nowMs - windowMs);
    if (recent.length >= most) throw new Problem('tooManyRequests', { reason: 'messagePace' });
    this.sentAtMs.set(personId, [...recent, nowMs]);
    if (this.sentAtMs.size > 10_000) this.forget(nowMs);
  }

  private forget(nowMs: number): void {
    for (const [personId, times] of this.sentAtMs)
      if ((times.at(-1) ?? 0) <= nowMs - windowMs) this.sentAtMs.delete(personId);
  }
}
