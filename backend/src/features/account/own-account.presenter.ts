import type { AccountView } from '@rinnalla/shared/account/account-routes';
import type { OwnAccountRow, OwnProofs } from './own-account.query.js';

const instant = (text: string): string => new Date(text).toISOString();
const instantOrNull = (text: string | null): string | null => text && instant(text);

/** Names every field of an account that leaves the server: no key, no secret, no hash. */
export const presentAccount = (
  proofs: OwnProofs,
  row: OwnAccountRow,
  facts: { sessionId: string; isExempt: boolean },
): AccountView => ({
  email: proofs.email,
  hasPassword: proofs.password_hash !== null,
  isExempt: facts.isExempt,
  authenticator: row.authenticator && {
    addedAt: instant(row.authenticator.addedAt),
    lastUsedAt: instantOrNull(row.authenticator.lastUsedAt),
  },
  passkeys: row.passkeys.map(({ id, name, addedAt, lastUsedAt, isBackedUp }) => ({
    id,
    name,
    addedAt: instant(addedAt),
    lastUsedAt: instantOrNull(lastUsedAt),
    isBackedUp,
  })),
  recoveryCodesLeft: row.recovery_codes_left,
  identities: row.identities.map(({ providerId, organization, linkedAt }) => ({
    providerId,
    organization,
    linkedAt: instant(linkedAt),
  })),
  sessions: row.sessions.map(({ id, browser, system, method, openedAt, lastSeenAt }) => ({
    id,
    browser,
    system,
    method,
    openedAt: instant(openedAt),
    lastSeenAt: instant(lastSeenAt),
    isThis: id === facts.sessionId,
  })),
});
