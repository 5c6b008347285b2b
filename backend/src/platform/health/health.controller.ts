import { Controller } from '@nestjs/common';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Handles, OwnTransactions } from '../http/handles.js';

const ping = statement('ping', 'select 1 as one');

/** Served at /health/live and /health/ready, outside /api. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Handles(healthRoutes.live)
  @OwnTransactions()
  live() {
    return { status: 'ok' as const };
  }

  @Handles(healthRoutes.ready)
  async ready() {
    await this.database.row(ping);
    return { status: 'ok' as const };
  }
}
