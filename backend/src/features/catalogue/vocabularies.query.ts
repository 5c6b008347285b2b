import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface RegisterTerm {
  code: string;
  parent: string | null;
  label: { fi: string; sv: string; en: string };
}

const codes = statement(
  'register-codes',
  `select code, parent_code as parent, name as label from ptv_code where scheme = $1 order by code`,
);

@Injectable()
export class VocabulariesQuery {
  constructor(private readonly database: Database) {}

  listCodes(scheme: 'serviceClass' | 'lifeEvent'): Promise<RegisterTerm[]> {
    return this.database.rows<RegisterTerm>(codes, [scheme]);
  }
}
