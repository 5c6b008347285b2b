import { tmpdir } from 'node:os';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/config/config.token.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { FileMissing, FileStore } from '../../../platform/files/file-store.js';
import { removeForgottenFiles } from '../../../platform/files/temporary-file.js';
import { ScannerSilent, VirusScanner } from '../../../platform/files/virus-scanner.js';
import { log } from '../../../platform/log/log.js';
import { logOf } from './attachment-log.js';
import type { AttachmentRow } from './attachment.rows.js';

const attachmentsToCheck = statement(
  'attachments-to-check',
  'select object_key from app.attachments_to_check($1)',
);
const recordCheck = statement('record-check', 'select * from app.record_check($1, $2, $3)');
const sweepAttachments = statement('sweep-attachments', 'select app.sweep_attachments($1, $2)');
const filesToErase = statement('files-to-erase', 'select app.files_to_erase($1, $2) as object_key');
const fileErased = statement('file-erased', 'select app.file_erased($1, $2)');

type Checked = Pick<AttachmentRow, 'id' | 'conversation_id' | 'referral_id' | 'client_id'>;
/** Null: nobody answered. */
type Verdict = 'clean' | 'refused' | null;
interface Key {
  [column: string]: string;
  object_key: string;
}

const everyMs = 60_000;
const batch = 100;
const brokenAfterMs = 3_600_000;
const unsentAfterMs = 24 * 3_600_000;

/**
 * What must become of files without anybody asking: a scan, the end of broken and unsent ones, the erasure of bytes.
 * What is to be done stands in the database, so it is done after a crash too; two nodes at once do no harm.
 */
@Injectable()
export class TendAttachments implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly scanner: VirusScanner | undefined;
  private readonly workFolder: string;
  private timer: ReturnType<typeof setInterval> | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
    @Inject(CONFIG) { CLAMD_ADDRESS, FILES_WORK_DIR }: Config,
  ) {
    this.scanner = CLAMD_ADDRESS ? new VirusScanner(new URL(CLAMD_ADDRESS)) : undefined;
    this.workFolder = FILES_WORK_DIR ?? tmpdir();
  }

  get hasScanner(): boolean {
    return this.scanner !== undefined;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.soon(), everyMs).unref();
    void removeForgottenFiles(this.workFolder, this.clock.now());
    this.soon();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  soon(): void {
    void this.run();
  }

  /** Until nothing is left to do. Called while it works: it looks once more. */
  run(): Promise<void> {
    this.again = true;
    this.running ??= this.workUntilQuiet();
    return this.running;
  }

  private async workUntilQuiet(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      for (const work of [this.sweep, this.check, this.erase]) {
        await work().catch((error: unknown) =>
          log.error(
            { error: error instanceof Error ? error.name : typeof error },
            'files could not be tended',
          ),
        );
      }
    }
    // In the same breath as the last look: who calls a moment later begins anew.
    this.running = undefined;
  }

  private readonly sweep = async (): Promise<void> => {
    await this.database.inTransaction({}, async ({ transaction: { at } }) => {
      const before = (ms: number) => new Date(at.getTime() - ms);
      await this.database.row(sweepAttachments, [before(brokenAfterMs), before(unsentAfterMs)]);
    });
  };

  private readonly check = async (): Promise<void> => {
    const { scanner } = this;
    if (!scanner) return;
    const keys = await this.database.inTransaction({}, () =>
      this.database.rows<Key>(attachmentsToCheck, [batch]),
    );
    let isSilent = false;
    for (const { object_key: key } of keys) {
      // One that is silent is asked once a round, not once a file.
      const verdict: Verdict = isSilent ? null : await this.verdictOf(scanner, key);
      isSilent ||= verdict === null;
      await this.record(key, verdict);
    }
  };

  private async verdictOf(scanner: VirusScanner, key: string): Promise<Verdict> {
    try {
      return (await scanner.scan(await this.store.read(key))) === 'clean' ? 'clean' : 'refused';
    } catch (error) {
      if (error instanceof ScannerSilent || error instanceof FileMissing) return null;
      throw error;
    }
  }

  private record(key: string, verdict: Verdict): Promise<void> {
    return this.database.inTransaction({}, async ({ transaction: { at } }) => {
      const checked = await this.database.row<Checked>(recordCheck, [key, verdict, at]);
      if (!checked) return;
      if (verdict === 'refused') this.database.log(logOf('refuseAttachment', checked));
      this.database.happened({
        name: 'attachmentChecked',
        payload: { conversationId: checked.conversation_id, referralId: checked.referral_id },
      });
    });
  }

  private readonly erase = async (): Promise<void> => {
    const keys = await this.database.inTransaction({}, ({ transaction: { at } }) =>
      this.database.rows<Key>(filesToErase, [batch, at]),
    );
    for (const { object_key: key } of keys) {
      await this.store.remove(key);
      await this.database.inTransaction({}, ({ transaction: { at } }) =>
        this.database.rows(fileErased, [key, at]),
      );
    }
    if (keys.length === batch) this.again = true;
  };
}
