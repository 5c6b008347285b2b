import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { clientId } from '../kernel/id.js';
import { languageCode } from '../kernel/localized.js';

export const copyFormats = ['json', 'pdf'] as const;

/**
 * Why a note is left out of a client's own copy: Data Protection Act (1050/2018) 34 § 1 mom. 2 ⚖. Giving it could be a
 * serious danger to the client's health or care, or to the rights of the client or of somebody else.
 */
export const withholdingGrounds = ['danger', 'othersRights'] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

/** A note as the copy's maker points at it: its conversation and its number there. */
export const noteIdOf = ({ conversationId, seq }: { conversationId: string; seq: number }): string =>
  `${conversationId}.${seq}`;
const noteId = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d{1,9}';
const mostWithheld = 100;

export const copiedNoteView = z.object({
  conversationId: z.uuid(),
  seq: z.int(),
  caseNumber: z.string(),
  at: z.iso.datetime(),
  body: z.string(),
  /** The note is of a call to the client: whether somebody answered. */
  call: z.boolean().nullable(),
});
export type CopiedNoteView = z.output<typeof copiedNoteView>;

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
    query: z
      .strictObject({
        format: z.enum(copyFormats).default('json'),
        language: languageCode.default('fi'),
        /** Notes that are left out, by commas; and why. */
        withheld: z
          .string()
          .regex(new RegExp(`^${noteId}(,${noteId}){0,${mostWithheld - 1}}$`), { error: 'invalid' })
          .optional(),
        ground: z.enum(withholdingGrounds, { error: 'notInList' }).optional(),
      })
      .refine(({ withheld, ground }) => (withheld === undefined) === (ground === undefined), {
        error: 'required',
        path: ['ground'],
      }),
    response: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
  /** What is looked through before the copy is made. */
  preview: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/copy/preview',
    summary:
      'What the client’s own copy holds that must be looked through first: the organization’s internal notes, any of which may be left out on a ground of law, and files, which are given beside it. Logged.',
    access: 'signedIn',
    requiresStepUp: true,
    params: z.strictObject({ clientId }),
    response: z.object({
      notes: z.array(copiedNoteView),
      files: z.array(
        z.object({
          conversationId: z.uuid(),
          attachmentId: z.uuid(),
          name: z.string(),
          caseNumber: z.string(),
        }),
      ),
    }),
  }),
};
