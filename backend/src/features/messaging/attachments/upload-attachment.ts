import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { safeFileName } from '@rinnalla/shared/messaging/attachment-name';
import { attachmentLimits } from '@rinnalla/shared/messaging/attachment-rules';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import { displayName } from '@rinnalla/shared/organization/actor';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/config/config.token.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { withTemporaryFiles } from '../../../platform/files/temporary-file.js';
import { Turnstile } from '../../../platform/files/turnstile.js';
import { type Caller, MemberTransactions } from '../../../platform/http/member-transactions.js';
import type { ReceivedFile } from '../../../platform/http/receive-file.js';
import { log } from '../../../platform/log/log.js';
import { logOf } from './attachment-log.js';
import { presentAttachment } from './attachment.presenter.js';
import { AttachmentQuery } from './attachment.query.js';
import type { AttachmentPlace } from './attachment.rows.js';
import { inspectFile } from './inspection/inspect-file.js';
import { fileRefused } from './inspection/refuse-file.js';
import { TendAttachments } from './tend-attachments.js';

const beginAttachment = statement(
  'begin-attachment',
  'select * from app.begin_attachment($1, $2, $3, $4, $5, $6)',
);
const finishAttachment = statement(
  'finish-attachment',
  `update attachment set name = $4, type = $5, bytes = $6, digest = $7, received_at = $8
    where conversation_id = $1 and id = $2 and object_key = $3 and received_at is null returning id`,
);
const abandonAttachment = statement(
  'abandon-attachment',
  'delete from attachment where object_key = $1 and received_at is null',
);

interface Begun {
  outcome: 'begun' | 'replayed' | 'closed' | 'tooMany';
  object_key: string;
  digest: string;
}
interface Kept extends ReceivedFile {
  type: Parameters<typeof safeFileName>[1];
  keptBytes: number;
}

const mostAtOnce = 20;
/** Pictures are drawn anew and documents unpacked: what that takes of memory and processor is taken twice at most. */
const inspections = new Turnstile(2);

/**
 * Takes a file in three steps: a row (who may, and how many), the bytes, and the row's completion. No transaction is
 * open while bytes travel; whatever ends it in between leaves an unfinished row, which takes its bytes along.
 */
@Injectable()
export class UploadAttachment {
  private running = 0;
  private readonly workFolder: string;

  constructor(
    private readonly transactions: MemberTransactions,
    private readonly database: Database,
    private readonly attachments: AttachmentQuery,
    private readonly store: FileStore,
    private readonly tending: TendAttachments,
    @Inject(CONFIG) { FILES_WORK_DIR }: Config,
  ) {
    this.workFolder = FILES_WORK_DIR ?? tmpdir();
  }

  async execute(
    caller: Caller,
    place: AttachmentPlace,
    receive: (path: string) => Promise<ReceivedFile>,
  ): Promise<AttachmentView> {
    if (this.running >= mostAtOnce) throw new Problem('tooManyRequests');
    this.running += 1;
    try {
      return await this.take(caller, place, receive);
    } finally {
      this.running -= 1;
    }
  }

  private async take(
    caller: Caller,
    place: AttachmentPlace,
    receive: (path: string) => Promise<ReceivedFile>,
  ): Promise<AttachmentView> {
    const begun = await this.begin(caller, place);
    try {
      return await withTemporaryFiles(this.workFolder, async (newPath) => {
        const path = newPath();
        const received = await receive(path);
        if (begun.outcome === 'replayed')
          return await this.answerAgain(caller, place, begun.digest === received.digest);
        const { type, path: inspected } = await inspections.run(() => inspectFile(path, newPath));
        await this.store.write(begun.object_key, createReadStream(inspected));
        return await this.finish(caller, place, begun.object_key, {
          ...received,
          type,
          keptBytes: (await stat(inspected)).size,
        });
      });
    } catch (error) {
      if (begun.outcome === 'begun') await this.abandon(caller, begun.object_key);
      throw error;
    }
  }

  private async begin(caller: Caller, { conversationId, attachmentId }: AttachmentPlace): Promise<Begun> {
    const { maxPending, maxPerConversation } = attachmentLimits;
    const begun = await this.transactions.run(caller, (actor) =>
      this.database.row<Begun>(beginAttachment, [
        conversationId,
        attachmentId,
        displayName(actor),
        this.database.transaction.at,
        maxPending,
        maxPerConversation,
      ]),
    );
    if (!begun) throw new Problem('notFound');
    if (begun.outcome === 'closed') throw new Problem('wrongStatus', { reason: 'conversationClosed' });
    if (begun.outcome === 'tooMany') throw fileRefused('tooManyFiles');
    return begun;
  }

  private async finish(
    caller: Caller,
    place: AttachmentPlace,
    key: string,
    file: Kept,
  ): Promise<AttachmentView> {
    const { conversationId, attachmentId } = place;
    const view = await this.transactions.run(caller, async () => {
      const { at } = this.database.transaction;
      const values = [
        conversationId,
        attachmentId,
        key,
        safeFileName(file.name, file.type),
        file.type,
        file.keptBytes,
        file.digest,
        at,
      ];
      // Its row has gone; its bytes are erased once more when no upload can bring them any longer.
      if (!(await this.database.row(finishAttachment, values))) throw new Problem('changedMeanwhile');
      const row = await this.attachments.get(place);
      this.database.log(logOf('uploadAttachment', row));
      return presentAttachment(row, this.tending.hasScanner);
    });
    this.tending.soon();
    return view;
  }

  private answerAgain(caller: Caller, place: AttachmentPlace, isSame: boolean): Promise<AttachmentView> {
    if (!isSame) throw new Problem('idempotencyConflict');
    return this.transactions.run(caller, async () =>
      presentAttachment(await this.attachments.get(place), this.tending.hasScanner),
    );
  }

  /** Cannot be done, as when the database is away: then the sweep does it later, and the log says so. */
  private async abandon(caller: Caller, key: string): Promise<void> {
    try {
      await this.transactions.run(caller, () => this.database.rows(abandonAttachment, [key]));
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : typeof error },
        'a broken upload is left to the sweep',
      );
    }
    this.tending.soon();
  }
}
