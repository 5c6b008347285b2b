/** Windows of a minute in which requests are counted; what is over is forgotten. */
export class RequestPace {
  private readonly windows = new Map<string, { endsAt: number; count: number }>();

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly mostRemembered = 50_000,
  ) {}

  /** Counts one more; true while there were no more than `most` in this minute. */
  take(key: string, most: number): boolean {
    const now = this.now();
    const window = this.windows.get(key);
    if (window && window.endsAt > now) {
      window.count += 1;
      return window.count <= most;
    }
    if (this.windows.size >= this.mostRemembered) this.forget(now);
    this.windows.set(key, { endsAt: now + 60_000, count: 1 });
    return true;
  }

  /** What is over; and if a flood of callers filled the memory, everything: they begin anew, the process lives. */
  private forget(now: number): void {
    for (const [key, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(key);
    if (this.windows.size >= this.mostRemembered) this.windows.clear();
  }
}
