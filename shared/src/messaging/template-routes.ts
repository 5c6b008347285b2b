import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { localizedView } from '../kernel/localized.js';
import { templateInput } from './message-template.js';

export const templateView = z.object({
  id: z.uuid(),
  name: localizedView,
  body: localizedView,
  version: z.int(),
});
export type TemplateView = z.output<typeof templateView>;

const params = z.strictObject({ templateId: z.guid({ error: 'invalid' }).toLowerCase() });
const version = z.int().min(1);

export const templateRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/message-templates',
    summary: 'The ready messages of the organization one acts for, by name.',
    access: 'signedIn',
    response: z.object({ items: z.array(templateView), mayKeep: z.boolean() }),
  }),
  write: defineRoute({
    method: 'POST',
    path: '/message-templates',
    summary: 'A new ready message. Placeholders only for how the case is called and who talks.',
    access: 'signedIn',
    body: templateInput,
    response: templateView,
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/message-templates/:templateId',
    summary: 'Changes a ready message, from the version that was read.',
    access: 'signedIn',
    params,
    body: templateInput.extend({ version }),
    response: templateView,
  }),
  remove: defineRoute({
    method: 'DELETE',
    path: '/message-templates/:templateId',
    summary: 'Removes a ready message; messages that were written with it stay.',
    access: 'signedIn',
    params,
    query: z.strictObject({ version: z.coerce.number().int().min(1) }),
    response: z.object({ removed: z.literal(true) }),
  }),
};
