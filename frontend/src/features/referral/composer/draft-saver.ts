import { Problem } from '@rinnalla/shared/kernel/problem';
import { newKey } from '../../../platform/call.js';
import { asProblem } from '../../../platform/query-client.js';
import type { DraftContent } from './composer-values.js';

export interface SavedDraft {
  id: string;
  version: number;
}

export type DraftState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'conflict' | 'refused';

/** Writes a draft: creates it without `draft`, else saves over that version. */
export type WriteDraft = (
  content: DraftContent,
  draft: SavedDraft | undefined,
  idempotencyKey: string,
) => Promise<SavedDraft>;

const quietMs = 2_000;
const retryMs = 5_000;

const isSame = (a: DraftContent | undefined, b: DraftContent | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves a draft on the server two seconds after the last change, one write at a time, each over the version that
 * the one before made. A lost connection is tried again; another window's change stops the saving until one chooses.
 */
export class DraftSaver {
  private wanted: DraftContent | undefined;
  private saved: DraftContent | undefined;
  /** A draft that may have been created although no answer came: sent again as it was, with its key. */
  private creating: { content: DraftContent; key: string } | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private newestVersion: number | undefined;

  constructor(
    private readonly write: WriteDraft,
    private readonly tell: (state: DraftState) => void,
    private draft?: SavedDraft,
    initial?: DraftContent,
  ) {
    this.saved = draft && initial;
  }

  change(content: DraftContent): void {
    this.wanted = content;
    if (isSame(content, this.saved) || this.newestVersion !== undefined) return;
    this.tell('unsaved');
    this.saveAfter(quietMs);
  }

  /** Saves now what is not saved yet, and gives the draft. Throws what refused it. */
  async flush(): Promise<SavedDraft> {
    clearTimeout(this.timer);
    await this.save();
    if (!this.draft) throw new Problem('unprocessable', { reason: 'clientMissing' });
    return this.draft;
  }

  /** After a conflict: what is written here stands. */
  async keepMine(): Promise<void> {
    if (this.draft && this.newestVersion !== undefined)
      this.draft = { ...this.draft, version: this.newestVersion };
    this.newestVersion = undefined;
    this.saved = undefined;
    await this.save();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private saveAfter(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save().catch(() => undefined), delayMs);
  }

  private save(): Promise<void> {
    this.running ??= this.writeAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async writeAll(): Promise<void> {
    while (this.wanted && !isSame(this.wanted, this.saved)) {
      this.tell('saving');
      try {
        await this.writeOnce(this.wanted);
      } catch (error) {
        this.stumble(asProblem(error));
        throw error;
      }
    }
    if (this.saved) this.tell('saved');
  }

  private async writeOnce(wanted: DraftContent): Promise<void> {
    if (!this.draft) this.creating ??= { content: wanted, key: newKey() };
    const content = this.creating?.content ?? wanted;
    this.draft = await this.write(content, this.draft, this.creating?.key ?? newKey());
    this.saved = content;
    this.creating = undefined;
  }

  private stumble(problem: Problem): void {
    if (problem.code === 'unavailable') {
      this.tell('offline');
      this.saveAfter(retryMs);
      return;
    }
    this.creating = undefined;
    if (problem.code !== 'changedMeanwhile') return this.tell('refused');
    const version = problem.extra.details?.['version'];
    this.newestVersion = typeof version === 'number' ? version : (this.draft?.version ?? 0);
    this.tell('conflict');
  }
}
