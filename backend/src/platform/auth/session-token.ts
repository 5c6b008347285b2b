import { createHash, randomBytes } from 'node:crypto';

/** `__Host-` binds the cookie to this origin over HTTPS; plain HTTP on loopback cannot carry that prefix everywhere. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** Only the hash is stored: a copy of the database opens no session. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The session's token from a Cookie header. */
export const sessionTokenOf = (header: string | undefined): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === '__Host-session' || name === 'session')?.[1];
