import { z } from 'zod';
import { acknowledgedKinds } from '../client/sensitive-kinds.js';
import { defineRoute } from '../contract/define-route.js';
import { instantText } from '../kernel/helsinki-time.js';
import { attachmentId, referralId } from '../kernel/id.js';
import { attachmentLimits } from './attachment-rules.js';
import { agreementVerdicts } from './message-card.js';
import { messageBody } from './message-rules.js';
import { clientMessageId, messageSeq, placed } from './messaging-routes.js';

/** The shared conversation is the referral's one, so its referral names it. */
const params = z.strictObject({ referralId, seq: messageSeq });

/** An answer is a message: sent once under its own id, in words of its own. */
const words = z.strictObject({
  clientMessageId,
  body: messageBody,
  acknowledged: acknowledgedKinds,
});

/** Answers to cards of the shared conversation. */
export const answerRoutes = {
  meeting: defineRoute({
    method: 'POST',
    path: '/referrals/:referralId/meetings/:seq/answer',
    summary:
      'Answers a meeting proposal of the shared conversation: one of its times, or null for none. Where the place is promised, the time becomes the referral’s first meeting.',
    access: 'signedIn',
    params,
    body: words.extend({ time: instantText.nullable() }),
    response: placed.extend({ firstMeetingAt: z.iso.datetime().nullable() }),
  }),
  agreement: defineRoute({
    method: 'POST',
    path: '/referrals/:referralId/agreements/:seq/answer',
    summary:
      'Answers what the other side wrote down as agreed: confirmed or disputed, once. What was confirmed, either side ends, once.',
    access: 'signedIn',
    repeatsByItsOwnId: true,
    params,
    body: words.extend({ verdict: z.enum(agreementVerdicts) }),
    response: placed,
  }),
  document: defineRoute({
    method: 'POST',
    path: '/referrals/:referralId/document-requests/:seq/answer',
    summary:
      'Answers a request for a document, once: with its files, uploaded before by the same person in the shared conversation, or that there is none to give.',
    access: 'signedIn',
    repeatsByItsOwnId: true,
    params,
    body: z.discriminatedUnion('given', [
      words.extend({
        given: z.literal(true),
        attachmentIds: z
          .array(attachmentId)
          .min(1, { error: 'required' })
          .max(attachmentLimits.maxPerMessage, { error: 'tooMany' }),
      }),
      words.extend({ given: z.literal(false) }),
    ]),
    response: placed,
  }),
};
