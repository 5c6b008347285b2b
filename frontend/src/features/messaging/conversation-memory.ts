import { ConversationDriver, type ConversationPorts } from '@rinnalla/shared/messaging/conversation-driver';

/** A half-written text as the server keeps it; version 0 when it keeps none. */
export interface SavedDraft {
  body: string;
  version: number;
}

/**
 * What one person has open and half-written in this tab. In memory only: no word of a client's case is ever stored
 * by the browser, and the next person who signs in gets an empty one.
 */
export class ConversationMemory {
  private readonly drivers = new Map<string, ConversationDriver>();
  /** Texts in the boxes, by conversation. */
  private readonly drafts = new Map<string, string>();
  /** The messages that they speak to. */
  private readonly quotes = new Map<string, number>();
  /** What the server keeps of them. */
  private readonly saved = new Map<string, SavedDraft>();

  constructor(
    readonly actorKey: string,
    private readonly personId: string,
  ) {}

  driverOf(conversationId: string, lastReadSeq: number, ports: ConversationPorts): ConversationDriver {
    const kept = this.drivers.get(conversationId);
    // A right that came back is a new beginning.
    if (kept && kept.getSnapshot().phase !== 'closed') return kept;
    const driver = new ConversationDriver(ports, this.personId, lastReadSeq);
    this.drivers.set(conversationId, driver);
    return driver;
  }

  draftOf(conversationId: string): string {
    return this.drafts.get(conversationId) ?? '';
  }

  keepDraft(conversationId: string, text: string): void {
    if (text === '') this.drafts.delete(conversationId);
    else this.drafts.set(conversationId, text);
  }

  /** The number of the message that the box's text quotes. */
  quotedIn(conversationId: string): number | undefined {
    return this.quotes.get(conversationId);
  }

  keepQuote(conversationId: string, seq: number | undefined): void {
    if (seq === undefined) this.quotes.delete(conversationId);
    else this.quotes.set(conversationId, seq);
  }

  savedDraftOf(conversationId: string): SavedDraft | undefined {
    return this.saved.get(conversationId);
  }

  draftSaved(conversationId: string, draft: SavedDraft): void {
    this.saved.set(conversationId, draft);
  }

  /** Something would be lost with this tab: a message on its way, or a text that the server does not keep. */
  get hasUnsent(): boolean {
    return (
      [...this.drafts].some(([id, text]) => text !== this.saved.get(id)?.body) ||
      [...this.drivers.values()].some((driver) => driver.hasUnsent)
    );
  }
}

const memories = new WeakMap<object, ConversationMemory>();

/** The memory of one application (told apart by its query client) for who acts in it now. */
export const memoryOf = (application: object, actorKey: string, personId: string): ConversationMemory => {
  const kept = memories.get(application);
  if (kept?.actorKey === actorKey) return kept;
  if (!kept) warnBeforeLeaving(application);
  const memory = new ConversationMemory(actorKey, personId);
  memories.set(application, memory);
  return memory;
};

/** Closing the tab with unsent text asks first, whichever screen is open. */
const warnBeforeLeaving = (application: object): void => {
  const weak = new WeakRef(application);
  window.addEventListener('beforeunload', (event) => {
    const alive = weak.deref();
    if (alive && memories.get(alive)?.hasUnsent) event.preventDefault();
  });
};
