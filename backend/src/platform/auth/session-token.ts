import { createHash, randomBytes } from 'node:crypto';

/** `__Host-` binds the cookie to this origin over HTTPS; plain HTTP on loopback cannot carry that prefix everywhere. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');
/** Of a sign-in that still waits for its second factor: it opens the sign-in's own steps and nothing else. */
export const signInCookie = (secure: boolean): string => (secure ? '__Host-sign-in' : 'sign-in');

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** Only the hash is stored: a copy of the database opens no session. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const cookieOf = (header: string | undefined, wanted: string): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === wanted)?.[1];

/** Whether a caller may be somebody: for what must not be kept for others. */
export const maySayWho = (header: string | undefined): boolean =>
  [true, false].some((secure) => cookieOf(header, sessionCookie(secure)) !== undefined);
