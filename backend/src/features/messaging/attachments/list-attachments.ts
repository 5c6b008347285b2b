import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import { Database } from '../../../platform/database/database.js';
import { presentAttachment } from './attachment.presenter.js';
import { AttachmentQuery } from './attachment.query.js';
import { TendAttachments } from './tend-attachments.js';

/** The files of a case that the reader may see. Their names are content: reading them is logged. */
@Injectable()
export class ListAttachments {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentQuery,
    private readonly tending: TendAttachments,
  ) {}

  async execute(referralId: string): Promise<{ attachments: AttachmentView[] }> {
    const rows = await this.attachments.listOfReferral(referralId);
    if (rows.length > 0)
      this.database.log({
        action: 'listAttachments',
        objectType: 'referral',
        objectId: referralId,
        details: { count: rows.length },
      });
    return { attachments: rows.map((row) => presentAttachment(row, this.tending.hasScanner)) };
  }
}
