import { Module } from '@nestjs/common';
import { ClientModule } from '../client/client.module.js';
import { LogModule } from '../log/log.module.js';
import { AskToDelete } from './ask-to-delete.js';
import { ClientCopyQuery } from './client-copy.query.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import { CopyClient } from './copy-client.js';
import { CopyController } from './copy.controller.js';
import { DeletionController } from './deletion.controller.js';
import { EmergencyController } from './emergency.controller.js';
import { EmergencyOpenings } from './emergency-openings.js';
import { DeletionTaskQuery } from './deletion-task.query.js';
import { ReadDeletionTasks } from './read-deletion-tasks.js';

/** What a client may ask for beyond the service: that it ends, that it is deleted, who has looked. */
@Module({
  imports: [ClientModule, LogModule],
  controllers: [CopyController, DeletionController, EmergencyController],
  providers: [
    AskToDelete,
    ClientCopyQuery,
    ConfirmDeletion,
    CopyClient,
    DeletionTaskQuery,
    EmergencyOpenings,
    ReadDeletionTasks,
  ],
})
export class PrivacyModule {}
