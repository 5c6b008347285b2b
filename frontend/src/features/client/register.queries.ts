import { registerRoutes } from '@rinnalla/shared/client/register-routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

/** Kept no longer than it is shown. */
export const registerQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', 'register', clientId],
    queryFn: ({ signal }) => call(registerRoutes.read, { params: { clientId } }, { signal }),
    gcTime: 0,
  });
