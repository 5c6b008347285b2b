import { createHmac, timingSafeEqual } from 'node:crypto';

/** A row of the log but for what the database adds: its number and its place in a chain. */
export interface SealedRow {
  /** Made for each row, so that no sealed row can be written a second time. */
  entry_id: string;
  person_id: string | null;
  organization_id: string | null;
  role: string | null;
  office_holder: boolean;
  action: string;
  object_type: string;
  object_id: string | null;
  client_id: string | null;
  purpose: string | null;
  result: 'done' | 'refused';
  details: unknown;
  request_id: string | null;
}

/**
 * The application's own mark on what it writes into the log, by a key that the database never sees: whoever writes,
 * changes or copies a row in the database cannot make it. The first key signs, every key is known: so keys can change.
 */
export class LogSeal {
  private readonly keys: readonly Buffer[];

  /** Keys of 64 hexadecimal digits, by commas. */
  constructor(keys: string) {
    this.keys = keys.split(',').map((key) => Buffer.from(key, 'hex'));
  }

  sealOf(row: SealedRow, atMicroseconds: string): string {
    return this.sign(contentOf(row, atMicroseconds));
  }

  fits(row: SealedRow, atMicroseconds: string, seal: string): boolean {
    return this.isSigned(contentOf(row, atMicroseconds), seal);
  }

  sign(text: string): string {
    return hmac(this.keys[0] as Buffer, text).toString('hex');
  }

  isSigned(text: string, signature: string): boolean {
    const given = Buffer.from(signature, 'hex');
    return this.keys.some((key) => {
      const right = hmac(key, text);
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const microsecondsOf = (at: Date): string => `${at.getTime()}000`;

const contentOf = (row: SealedRow, atMicroseconds: string): string =>
  JSON.stringify([
    row.entry_id,
    atMicroseconds,
    row.person_id,
    row.organization_id,
    row.role,
    row.office_holder,
    row.action,
    row.object_type,
    row.object_id,
    row.client_id,
    row.purpose,
    row.result,
    inOrder(row.details),
    row.request_id,
  ]);

/** PostgreSQL keeps an object's fields in an order of its own; what is undefined never reaches it. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
  return fields
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => [name, inOrder(field)]);
};
