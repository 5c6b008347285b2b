import { Module } from '@nestjs/common';
import { ClientModule } from '../client/client.module.js';
import { LogModule } from '../log/log.module.js';
import { AskForErasure } from './ask-for-erasure.js';
import { AskToDelete } from './ask-to-delete.js';
import { ClientCopyQuery } from './client-copy.query.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import { CopyClient } from './copy-client.js';
import { CopyController } from './copy.controller.js';
import { DeletionController } from './deletion.controller.js';
import { EmergencyController } from './emergency.controller.js';
import { EmergencyOpenings } from './emergency-openings.js';
import { DecideErasure } from './decide-erasure.js';
import { DeletionTaskQuery } from './deletion-task.query.js';
import { ErasureController } from './erasure.controller.js';
import { ErasurePresenter } from './erasure.presenter.js';
import { ErasureQuery } from './erasure.query.js';
import { LegalHolds } from './legal-holds.js';
import { EndRetention } from './end-retention.js';
import { ReadRetention } from './read-retention.js';
import { RetentionController } from './retention.controller.js';
import { RetentionRules } from './retention-rules.js';
import { ReadDeletionTasks } from './read-deletion-tasks.js';

/** What a client may ask for beyond the service: that it ends, that it is deleted, who has looked. */
@Module({
  imports: [ClientModule, LogModule],
  controllers: [
    CopyController,
    DeletionController,
    EmergencyController,
    ErasureController,
    RetentionController,
  ],
  providers: [
    AskForErasure,
    AskToDelete,
    ClientCopyQuery,
    ConfirmDeletion,
    CopyClient,
    DecideErasure,
    DeletionTaskQuery,
    EmergencyOpenings,
    EndRetention,
    ErasurePresenter,
    ErasureQuery,
    LegalHolds,
    ReadDeletionTasks,
    ReadRetention,
    RetentionRules,
  ],
})
export class PrivacyModule {}
