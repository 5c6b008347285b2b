import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { clientId } from '../kernel/id.js';
import { languageCode } from '../kernel/localized.js';

export const copyFormats = ['json', 'pdf'] as const;

export const copyRoutes = {
  /** A reading: its answer is kept nowhere, not even for a replay. */
  make: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/copy',
    summary:
      'The client’s own copy of everything that the organization holds of them (GDPR Art. 15 and 20), for the client alone. Logged.',
    access: 'signedIn',
    requiresStepUp: true,
    params: z.strictObject({ clientId }),
    query: z.strictObject({
      format: z.enum(copyFormats).default('json'),
      language: languageCode.default('fi'),
    }),
    response: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
};
