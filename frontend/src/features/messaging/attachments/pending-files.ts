import { Problem, type ProblemCode } from '@rinnalla/shared/kernel/problem';
import {
  attachmentLimits,
  type AttachmentState,
  refusalBeforeUpload,
} from '@rinnalla/shared/messaging/attachment-rules';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';

/** A file between somebody's machine and the message that will carry it. */
export interface PendingFile {
  /** Made here, once per file: the same for every try. */
  id: string;
  name: string;
  bytes: number;
  phase: 'sending' | 'ready' | 'failed';
  /** From 0 to 1, while it is being sent. */
  progress: number;
  /** How its check stands, once the server has it. */
  state?: AttachmentState;
  /** Why it was not taken. */
  refusal?: { code: ProblemCode; reason?: string | undefined };
}

/** What the files need of the world. */
export interface FilePorts {
  newId: () => string;
  send: (
    id: string,
    file: File,
    options: { signal: AbortSignal; onProgress: (part: number) => void },
  ) => Promise<AttachmentView>;
  discard: (id: string) => Promise<unknown>;
}

/** The files of one message being written. Lives longer than the screen: moving on to look something up cancels nothing. */
export class PendingFiles {
  private files: readonly PendingFile[] = [];
  private readonly originals = new Map<string, { file: File; cancel: AbortController }>();
  /** Gone from here, sent or thrown away, though the server's list may not know it yet. */
  private readonly gone = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ports: FilePorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getSnapshot = (): readonly PendingFile[] => this.files;

  /** The ids that they got. */
  add(files: readonly File[]): string[] {
    return files.map((file) => {
      const id = this.ports.newId();
      const reason =
        this.files.length >= attachmentLimits.maxPerMessage ? 'tooManyFiles' : refusalBeforeUpload(file);
      this.change([...this.files, { id, name: file.name, bytes: file.size, phase: 'sending', progress: 0 }]);
      this.originals.set(id, { file, cancel: new AbortController() });
      if (reason)
        this.fail(id, new Problem(reason === 'tooLarge' ? 'tooLarge' : 'unprocessable', { reason }));
      else void this.send(id);
      return id;
    });
  }

  tryAgain(id: string): void {
    const original = this.originals.get(id);
    if (!original) return;
    this.originals.set(id, { file: original.file, cancel: new AbortController() });
    this.put(id, { phase: 'sending', progress: 0 });
    void this.send(id);
  }

  /** Cancels what is on its way, and takes back what has arrived. */
  remove(id: string): void {
    const isRefused = this.files.some(
      (file) => file.id === id && file.phase === 'failed' && !mayHaveArrived(file),
    );
    this.originals.get(id)?.cancel.abort();
    this.forget([id]);
    if (isRefused) return;
    // What fails here is cleared away by the server within a day.
    void this.ports.discard(id).catch(() => undefined);
  }

  /** The files that go with the message now, all or those of them; they are the message's from here on. */
  take(among: readonly string[] = this.files.map(({ id }) => id)): string[] {
    const ids = this.files
      .filter(({ id, phase }) => phase === 'ready' && among.includes(id))
      .map(({ id }) => id);
    this.forget(ids);
    return ids;
  }

  /** A message was taken back before it was sent: its files may be shown again by the next list. */
  giveBack(ids: readonly string[]): void {
    for (const id of ids) this.gone.delete(id);
  }

  /** What the server knows of this person's unsent files here: how checks stand, and what another visit left. */
  merge(views: readonly AttachmentView[]): void {
    const known = new Map(views.map((view) => [view.id, view]));
    const updated = this.files.map((file) => {
      const view = known.get(file.id);
      return view && file.phase === 'ready' ? { ...file, name: view.name, state: view.state } : file;
    });
    const found = views.filter(
      ({ id, seq }) => seq === null && !this.gone.has(id) && !this.files.some((file) => file.id === id),
    );
    this.change([...updated, ...found.map(readyOf)]);
  }

  private async send(id: string): Promise<void> {
    const original = this.originals.get(id);
    if (!original) return;
    try {
      const view = await this.ports.send(id, original.file, {
        signal: original.cancel.signal,
        onProgress: (progress) => this.put(id, { progress }),
      });
      this.originals.delete(id);
      this.put(id, readyOf(view));
    } catch (error) {
      if (!original.cancel.signal.aborted)
        this.fail(id, error instanceof Problem ? error : new Problem('internal'));
    }
  }

  private fail(id: string, { code, extra }: Problem): void {
    this.put(id, { phase: 'failed', refusal: { code, reason: extra.reason } });
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.gone.add(id);
      this.originals.delete(id);
    }
    this.change(this.files.filter((file) => !ids.includes(file.id)));
  }

  private put(id: string, change: Partial<PendingFile>): void {
    this.change(this.files.map((file) => (file.id === id ? { ...file, ...change } : file)));
  }

  private change(files: readonly PendingFile[]): void {
    this.files = files;
    for (const listener of this.listeners) listener();
  }
}

/** A refusal is the server's word, or this side's own; a broken line may have carried the file all the same. */
const mayHaveArrived = ({ refusal }: PendingFile): boolean =>
  refusal?.code === 'unavailable' || refusal?.code === 'internal';

const readyOf = ({ id, name, bytes, state }: AttachmentView): PendingFile => ({
  id,
  name,
  bytes,
  state,
  phase: 'ready',
  progress: 1,
});
