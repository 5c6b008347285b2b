import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { referralId } from '../kernel/id.js';
import { languageCode } from '../kernel/localized.js';

export const archiveRoutes = {
  conversation: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/conversation.pdf',
    summary:
      'The conversation of a case as PDF for the archive, as its reader may see it; one’s own notes only when asked for. Answers application/pdf; logged.',
    access: 'signedIn',
    params: z.strictObject({ referralId }),
    query: z.strictObject({
      notes: z.enum(['true', 'false']).default('false'),
      language: languageCode.default('fi'),
    }),
    response: z.unknown(),
  }),
};
