import { type Pauses, pauseMsAfter } from './pause.js';

/** When one kind of work is tried again: later each time, and never twice at once. */
export class NextTry {
  isPlanned = false;
  private failures = 0;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly pauses: Pauses,
    private readonly work: () => void,
  ) {}

  plan(): void {
    this.cancel();
    this.isPlanned = true;
    this.cancel = this.pauses.later(pauseMsAfter(this.failures++, this.pauses.chance()), () => {
      this.isPlanned = false;
      this.work();
    });
  }

  /** It went well, or somebody asks for it now. */
  forget(): void {
    this.cancel();
    this.isPlanned = false;
    this.failures = 0;
  }
}
