import { Injectable } from '@nestjs/common';

/** The only source of the present. Domain code takes instants as arguments. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still, or moves when told to: for tests and demonstrations on a fixed day. */
export class SteadyClock extends Clock {
  constructor(private instant: Date) {
    super();
  }
  override now(): Date {
    return new Date(this.instant);
  }
  set(instant: Date): void {
    this.instant = instant;
  }
}

/** A clock that started at `instant` and runs: a demonstration's day goes on. */
export class ShiftedClock extends Clock {
  private readonly shiftMs: number;
  constructor(instant: Date) {
    super();
    this.shiftMs = instant.getTime() - Date.now();
  }
  override now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}

/** The present of a process: the machine's, or the one its settings begin with. */
export const clockOf = ({ CLOCK }: { CLOCK?: string | undefined }): Clock =>
  CLOCK ? new ShiftedClock(new Date(CLOCK)) : new Clock();
