import { Module } from '@nestjs/common';
import { ClientModule } from '../client/client.module.js';
import { LogController } from './log.controller.js';
import { LogSearchQuery } from './log-search.query.js';
import { ReadLooks } from './read-looks.facade.js';
import { SearchLog } from './search-log.js';

/** How the log is read; it is written by platform/audit. */
@Module({
  imports: [ClientModule],
  controllers: [LogController],
  providers: [LogSearchQuery, ReadLooks, SearchLog],
  exports: [ReadLooks],
})
export class LogModule {}
