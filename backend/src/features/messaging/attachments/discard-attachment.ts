import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { logOf } from './attachment-log.js';
import { AttachmentQuery } from './attachment.query.js';
import type { AttachmentPlace } from './attachment.rows.js';

const discardAttachment = statement(
  'discard-attachment',
  'delete from attachment where conversation_id = $1 and id = $2 and entry_seq is null returning id',
);

/** Takes an own file back before it is sent. A sent one goes with its message. */
@Injectable()
export class DiscardAttachment {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentQuery,
  ) {}

  async execute(place: AttachmentPlace): Promise<void> {
    const row = await this.attachments.get(place);
    if (row.entry_seq !== null) throw new Problem('wrongStatus', { reason: 'attachmentSent' });
    await this.database.rows(discardAttachment, [place.conversationId, place.attachmentId]);
    this.database.log(logOf('discardAttachment', row));
  }
}
