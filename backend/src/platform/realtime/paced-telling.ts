/**
 * Tells each room at once, and then at most once in a time, with the last of a burst never left out. For notices that
 * say only that something is to be read again: their cost follows the time, not how much is written in a large office.
 */
export class PacedTelling {
  /** Rooms told within the time; true: something has come since. */
  private readonly told = new Map<string, boolean>();

  constructor(
    /** Calls back when the time is over. */
    private readonly later: (work: () => void) => void,
    private readonly tellNow: (rooms: string[]) => void,
  ) {}

  tell(rooms: readonly string[]): void {
    const quiet = rooms.filter((room) => !this.told.has(room));
    for (const room of rooms) this.told.set(room, this.told.has(room));
    if (quiet.length === 0) return;
    this.tellNow(quiet);
    this.later(() => this.tellAgain(quiet));
  }

  private tellAgain(rooms: readonly string[]): void {
    const again = rooms.filter((room) => this.told.get(room));
    for (const room of rooms) this.told.delete(room);
    this.tell(again);
  }
}
