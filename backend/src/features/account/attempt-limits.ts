import type { Limit } from './attempts.js';

/**
 * OWASP ASVS 5.0 6.1.1, 6.3.1: guessing is slow, and nobody can lock a colleague out. Five wrong passwords close the door
 * of one account for one address; fifty in an hour close it for everybody, and a passkey opens it all the same.
 */
export const passwordLimits = (email: string, address: string): Limit[] => [
  { of: 'password', subject: `${email}|${address}`, most: 5, minutes: 15 },
  { of: 'passwordOfAccount', subject: email, most: 50, minutes: 60 },
  // A municipality's workers come from one address: wrong passwords of twenty people a quarter of an hour.
  { of: 'passwordFrom', subject: address, most: 100, minutes: 15 },
];

/** Six digits in a window of three: five tries a quarter of an hour are years for a guess. */
export const codeLimits = (personId: string): Limit[] => [
  { of: 'code', subject: personId, most: 5, minutes: 15 },
];

/** New sign-ins by passkey or by an organization's service, and messages asked for, from one address. */
export const beginningLimits = (address: string): Limit[] => [
  { of: 'begin', subject: address, most: 120, minutes: 15 },
];

export const resetLimits = (email: string, address: string): Limit[] => [
  { of: 'reset', subject: email, most: 3, minutes: 60 },
  { of: 'resetFrom', subject: address, most: 30, minutes: 60 },
];

/** Tokens from mail are 256 bits: counted all the same, so that a flood is seen. */
export const tokenLimits = (address: string): Limit[] => [
  { of: 'token', subject: address, most: 600, minutes: 15 },
];
