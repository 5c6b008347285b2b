import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import { contactRuleOf, type SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { checkAcknowledged } from '@rinnalla/shared/client/text-guard';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { call } from '../../platform/database/statement-flight.js';
import { AttachToMessage } from './attachments/attach-to-message.js';
import { type Appended, conversationGrew, type Followers } from './conversation-growth.js';

const appendEntry = statement(
  'append-conversation-entry',
  'select * from app.append_entry($1, $2, $3, $4, $5, $6, $7)',
);

const whoFollows = statement('who-follows-conversation', 'select * from app.who_follows($1)');

const textOf = statement(
  'conversation-entry-text',
  'select body from conversation_entry where conversation_id = $1 and seq = $2',
);

export interface OwnEntry {
  conversationId: string;
  kind: 'message' | 'edit' | 'redaction' | 'resolution' | 'tick';
  clientMessageId?: string;
  body?: string;
  details?: Record<string, unknown>;
  /** Files that go with a message. */
  attachmentIds?: readonly string[] | undefined;
  /** What the writer was asked about. */
  acknowledged?: readonly SensitiveKind[] | undefined;
  /** What the log of use calls it. */
  action: LogAction;
}

/** Writes a person's entry: one statement for right, repetition, number and row; log row and event leave with the commit. */
@Injectable()
export class ConversationLog {
  constructor(
    private readonly database: Database,
    private readonly attaching: AttachToMessage,
  ) {}

  async append(actor: Member, entry: OwnEntry): Promise<Placed> {
    const { attachmentIds = [] } = entry;
    const [appended, followers] = await this.database.together([
      call(appendEntry, [
        entry.conversationId,
        entry.kind,
        entry.clientMessageId ?? null,
        entry.body ?? null,
        { ...entry.details, ...(attachmentIds.length > 0 ? { attachmentIds } : {}) },
        displayName(actor),
        this.database.transaction.at,
      ]),
      call(whoFollows, [entry.conversationId]),
    ]);
    const row = appended?.[0] as Appended | undefined;
    if (!row) throw new Problem('notFound');
    // An erased text cannot be compared any more: its id was used by this same sender.
    if (row.outcome === 'conflict' && !(await this.isErased(row))) throw new Problem('idempotencyConflict');
    if (row.outcome === 'closed') throw new Problem('wrongStatus', { reason: 'conversationClosed' });
    if (row.outcome === 'replayed')
      await this.attaching.checkSame(row.conversation_id, row.seq, attachmentIds);
    if (row.outcome === 'appended') {
      this.guard(actor, entry, row, await this.attaching.attach(row.conversation_id, row.seq, attachmentIds));
      this.database.log({
        action: entry.action,
        objectType: 'conversation',
        objectId: row.conversation_id,
        ...(row.client_id ? { clientId: row.client_id } : {}),
        details: { seq: row.seq, referralId: row.referral_id },
      });
      this.database.happened(conversationGrew(row, entry.kind, followers?.[0] as Followers));
    }
    return { seq: row.seq, sentAt: row.at.toISOString() };
  }

  /**
   * Words and names of files, once and where they enter: a repeated send answers as the first did. What is refused here
   * has left nothing, for the transaction ends with it.
   */
  private guard(actor: Member, entry: OwnEntry, row: Appended, fileNames: readonly string[]): void {
    const isSender = row.sender_organization_id === actor.organization.id;
    const kinds = checkAcknowledged(
      [entry.body, ...fileNames],
      contactRuleOf({ isSender, nonDisclosure: row.non_disclosure }),
      entry.acknowledged,
    );
    if (kinds.length === 0) return;
    this.database.log({
      action: 'sendDespiteWarning',
      objectType: 'conversation',
      objectId: row.conversation_id,
      ...(row.client_id ? { clientId: row.client_id } : {}),
      details: { seq: row.seq, referralId: row.referral_id, kinds },
    });
  }

  private async isErased({ conversation_id, seq }: Appended): Promise<boolean> {
    const entry = await this.database.row<{ body: string | null }>(textOf, [conversation_id, seq]);
    return entry?.body === null;
  }
}
