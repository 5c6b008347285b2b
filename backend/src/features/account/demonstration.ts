import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const endDemonstration = statement('end-demonstration', 'select app.end_demonstration($1)');

/** Invented people have sessions only where the product is told to be a demonstration. */
@Injectable()
export class Demonstration {
  constructor(private readonly database: Database) {}

  /** Ends whatever sessions they still have from a day when it was one. */
  async end(): Promise<void> {
    await this.database.inTransaction({}, () =>
      this.database.row(endDemonstration, [this.database.transaction.at]),
    );
  }
}
