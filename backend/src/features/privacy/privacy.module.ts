import { Module } from '@nestjs/common';
import { ClientModule } from '../client/client.module.js';
import { AskToDelete } from './ask-to-delete.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import { DeletionController } from './deletion.controller.js';
import { DeletionTaskQuery } from './deletion-task.query.js';
import { ReadDeletionTasks } from './read-deletion-tasks.js';

/** What a client may ask for beyond the service: that it ends, that it is deleted, who has looked. */
@Module({
  imports: [ClientModule],
  controllers: [DeletionController],
  providers: [AskToDelete, ConfirmDeletion, DeletionTaskQuery, ReadDeletionTasks],
})
export class PrivacyModule {}
