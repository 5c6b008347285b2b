import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';

const values = z.array(z.string().trim().min(1).max(300)).max(20);

export const identityProviderView = z.object({
  version: z.number(),
  issuer: z.string(),
  clientId: z.string(),
  secretName: z.string(),
  /** Whether the server has a secret of that name. */
  hasSecret: z.boolean(),
  acrValues: z.array(z.string()),
  amrValues: z.array(z.string()),
  enabled: z.boolean(),
  /** What the provider must be told: where it sends the browser back to. */
  redirectUri: z.string(),
});

/** An organization’s own sign-in service. Its secret is a setting of the server, named here. */
export const providerRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/organization/identity-provider',
    summary: 'The settings of the organization’s own sign-in service, if it has one. For its managers.',
    access: 'signedIn',
    response: z.object({ provider: identityProviderView.nullable() }),
  }),
  save: defineRoute({
    method: 'PUT',
    path: '/organization/identity-provider',
    summary: 'Saves them, from the version that was read (0: there was none). For its managers.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z.strictObject({
      version: z.number().int().min(0),
      issuer: z.url({ protocol: /^https?$/, error: 'invalid' }).max(500),
      clientId: z.string().trim().min(1).max(300),
      secretName: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'invalid' }),
      acrValues: values,
      amrValues: values,
      enabled: z.boolean(),
    }),
    response: z.object({ provider: identityProviderView.nullable() }),
  }),
};
