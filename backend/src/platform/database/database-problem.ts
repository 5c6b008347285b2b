import { Problem } from '@rinnalla/shared/kernel/problem';

interface DatabaseError {
  code?: unknown;
  constraint?: unknown;
  driverError?: DatabaseError;
  message?: unknown;
}

/**
 * PostgreSQL's refusals as neutral problems: a unique or foreign key must not reveal another organization's value.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const problemOfDatabaseError = (error: unknown): Problem | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code: outer, driverError, message } = error as DatabaseError;
  const code = outer ?? driverError?.code;
  const constraint = (error as DatabaseError).constraint ?? driverError?.constraint;
  if (typeof code === 'string') {
    if (code === '23514' && constraint === 'offering_places_check') return new Problem('noFreePlace');
    if (code === '23514' && constraint === 'organization_keeps_a_manager')
      return new Problem('wrongStatus', { reason: 'lastManager' });
    if (code === '23514' && constraint === 'nothing_is_ownerless')
      return new Problem('wrongStatus', { reason: 'ownerless' });
    const known = problemByCode[code] ?? problemByClass[code.slice(0, 2)];
    if (known) return new Problem(known);
  }
  if (
    typeof message === 'string' &&
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(message)
  ) {
    return new Problem('unavailable');
  }
  return undefined;
};

const problemByCode: Record<
  string,
  'alreadyExists' | 'notFound' | 'unprocessable' | 'changedMeanwhile' | 'unavailable'
> = {
  '23505': 'alreadyExists',
  '23503': 'notFound',
  '23514': 'unprocessable',
  '23502': 'unprocessable',
  '40001': 'changedMeanwhile',
  '40P01': 'changedMeanwhile',
  '55P03': 'changedMeanwhile',
  '57014': 'unavailable',
  '42501': 'notFound',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
};

/** 22: data that no column takes, such as a null byte. 53, 57, 08: the database is out of reach or resources. */
const problemByClass: Record<string, 'unprocessable' | 'unavailable'> = {
  '22': 'unprocessable',
  '53': 'unavailable',
  '57': 'unavailable',
  '08': 'unavailable',
};
