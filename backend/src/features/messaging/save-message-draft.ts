import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationQuery } from './conversation.query.js';

const beginDraft = statement(
  'begin-message-draft',
  `insert into message_draft (conversation_id, person_id, body, version, updated_at)
   values ($1, app.person(), $2, 1, $3) on conflict do nothing returning version`,
);
const changeDraft = statement(
  'change-message-draft',
  `update message_draft set body = $2, version = version + 1, updated_at = $3
    where conversation_id = $1 and person_id = app.person() and version = $4 returning version`,
);
const dropDraft = statement(
  'drop-message-draft',
  'delete from message_draft where conversation_id = $1 and person_id = app.person() and version = $2 returning version',
);
const presentDraft = statement(
  'present-message-draft',
  'select version from message_draft where conversation_id = $1 and person_id = app.person()',
);

/**
 * Keeps what a person has begun to write, so that no browser has to. Guarded by version: two devices of one person do
 * not overwrite each other unseen. Sending takes it away in the sending's own transaction (app.follow_entry).
 */
@Injectable()
export class SaveMessageDraft {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
  ) {}

  async execute({
    conversationId,
    version,
    body,
  }: {
    conversationId: string;
    version: number;
    body: string;
  }): Promise<{ version: number }> {
    await this.conversations.getLastSeq(conversationId);
    const saved = await this.save(conversationId, version, body);
    if (saved !== undefined) return { version: saved };
    const present = await this.database.row<{ version: number }>(presentDraft, [conversationId]);
    throw new Problem('changedMeanwhile', {
      reason: 'draftChanged',
      details: { version: present?.version ?? 0 },
    });
  }

  private async save(conversationId: string, version: number, body: string): Promise<number | undefined> {
    const { at } = this.database.transaction;
    const row = async (...asked: Parameters<Database['row']>) =>
      (await this.database.row<{ version: number }>(...asked))?.version;
    if (body.trim() === '') {
      if (version === 0) return (await row(presentDraft, [conversationId])) === undefined ? 0 : undefined;
      return (await row(dropDraft, [conversationId, version])) === undefined ? undefined : 0;
    }
    return version === 0
      ? row(beginDraft, [conversationId, body, at])
      : row(changeDraft, [conversationId, body, at, version]);
  }
}
