import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const forget = statement('forget-recovery-codes', 'delete from recovery_code where person_id = $1');
const keep = statement(
  'keep-recovery-codes',
  `insert into recovery_code (person_id, code_hash, created_at) select $1, decode(h, 'hex'), $3 from unnest($2::text[]) h`,
);
const use = statement(
  'use-recovery-code',
  `update recovery_code set used_at = $3 where person_id = $1 and code_hash = decode($2, 'hex') and used_at is null returning 1 as used`,
);

const howMany = 10;
/** Without letters and digits that look alike (Crockford). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 120 random bits: a plain hash is enough for those (OWASP ASVS 5.0 6.5.2 asks for 112). */
const newCode = (): string =>
  Array.from(randomBytes(24), (byte) => alphabet[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** As typed from paper: capitals, spaces and look-alikes do not matter. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1'))
    .digest('hex');

/** Codes for the day when phone and key are lost. Shown once, kept as hashes, each good for one sign-in. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly database: Database) {}

  /** New ones; the former are worth nothing. */
  async renew(personId: string): Promise<string[]> {
    const codes = Array.from({ length: howMany }, newCode);
    await this.database.row(forget, [personId]);
    await this.database.row(keep, [personId, codes.map(hashOf), this.database.transaction.at]);
    this.database.log({ action: 'renewRecoveryCodes', objectType: 'person', objectId: personId });
    return codes;
  }

  /** True once for each code. */
  async use(personId: string, code: string): Promise<boolean> {
    return (
      (await this.database.row(use, [personId, hashOf(code), this.database.transaction.at])) !== undefined
    );
  }
}
