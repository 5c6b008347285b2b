import { Problem } from '@rinnalla/shared/kernel/problem';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { log } from '../../platform/log/log.js';

/**
 * What went wrong at an organization's sign-in service, as one of two: it does not answer as it should, or it did not
 * vouch for anybody. Which check failed stands in the log, never what was sent.
 */
export const refusalOfProvider = (error: unknown, providerId: string): Problem => {
  if (error instanceof Problem) return error;
  const {
    code,
    cause,
    error: told,
  } = error as { code?: unknown; cause?: { code?: unknown }; error?: unknown };
  log.warn(
    { providerId, kind: error instanceof Error ? error.name : typeof error, code: code ?? cause?.code, told },
    'a sign-in service refused or failed',
  );
  const vouchesForNobody =
    error instanceof AuthorizationResponseError ||
    (error instanceof ResponseBodyError && error.status < 500) ||
    (error instanceof ClientError && !isDown(error));
  return vouchesForNobody
    ? new Problem('wrongCredentials', { reason: 'provider' })
    : new Problem('unavailable', { reason: 'providerDown' });
};

/** Timed out, unreachable, or no description at its address. */
const isDown = ({ code }: ClientError): boolean =>
  code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
