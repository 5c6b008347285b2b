import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { mayDownload } from '@rinnalla/shared/messaging/attachment-rules';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { type Caller, MemberTransactions } from '../../../platform/http/member-transactions.js';
import { logOf } from './attachment-log.js';
import { attachmentStateOf } from './attachment.presenter.js';
import { AttachmentQuery } from './attachment.query.js';
import type { AttachmentPlace, AttachmentRow } from './attachment.rows.js';
import { TendAttachments } from './tend-attachments.js';

/** Hands out what may be read now and was checked; logged before the first byte leaves. */
@Injectable()
export class DownloadAttachment {
  constructor(
    private readonly transactions: MemberTransactions,
    private readonly database: Database,
    private readonly attachments: AttachmentQuery,
    private readonly store: FileStore,
    private readonly tending: TendAttachments,
  ) {}

  async execute(caller: Caller, place: AttachmentPlace): Promise<{ row: AttachmentRow; bytes: Readable }> {
    const row = await this.transactions.run(caller, async () => {
      const found = await this.attachments.get(place);
      const state = attachmentStateOf(found, this.tending.hasScanner);
      if (!mayDownload(state))
        throw new Problem('wrongStatus', {
          reason: state === 'refused' ? 'attachmentRefused' : 'attachmentNotChecked',
        });
      this.database.log(logOf('downloadAttachment', found));
      return found;
    });
    return { row, bytes: await this.store.read(row.object_key) };
  }
}
