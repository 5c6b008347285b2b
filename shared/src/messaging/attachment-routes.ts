import { z } from 'zod';
import { defineRoute, longestUploadMs } from '../contract/define-route.js';
import { attachmentId, conversationId, referralId } from '../kernel/id.js';
import { attachmentStates, attachmentTypeNames } from './attachment-rules.js';

export const attachmentView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  name: z.string(),
  type: z.enum(attachmentTypeNames),
  bytes: z.int(),
  state: z.enum(attachmentStates),
  /** Who attached it, as everyone in the conversation sees it. */
  person: z.object({ personId: z.uuid(), name: z.string(), organizationId: z.uuid() }),
  at: z.iso.datetime(),
  /** The message it was sent with; null while its writer has not sent it. */
  seq: z.int().nullable(),
});
export type AttachmentView = z.output<typeof attachmentView>;

const inspectionMs = 60_000;

const params = z.strictObject({ conversationId, attachmentId });

export const attachmentRoutes = {
  ofReferral: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/attachments',
    summary:
      'The files of a case that the reader may see, newest first: those of messages, and the reader’s own that are not sent yet.',
    access: 'signedIn',
    params: z.strictObject({ referralId }),
    response: z.object({ attachments: z.array(attachmentView) }),
  }),
  upload: defineRoute({
    method: 'PUT',
    path: '/conversations/:conversationId/attachments/:attachmentId',
    summary:
      'Takes one file under an id of the sender’s, to be named by a message. The same id and bytes again answer the same.',
    access: 'signedIn',
    carries: 'fileIn',
    answersWithinMs: longestUploadMs + inspectionMs,
    params,
    response: attachmentView,
  }),
  download: defineRoute({
    method: 'GET',
    path: '/conversations/:conversationId/attachments/:attachmentId',
    summary: 'The file’s bytes, to be saved. Only what was checked, where a virus scanner is in use.',
    access: 'signedIn',
    carries: 'fileOut',
    params,
    response: z.unknown(),
  }),
  discard: defineRoute({
    method: 'DELETE',
    path: '/conversations/:conversationId/attachments/:attachmentId',
    summary: 'Takes back an own file that no message has named yet.',
    access: 'signedIn',
    status: 204,
    params,
    response: z.undefined(),
  }),
};
