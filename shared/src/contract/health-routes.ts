import { z } from 'zod';
import { defineRoute } from './define-route.js';

const healthy = z.object({ status: z.literal('ok') });

export const healthRoutes = {
  live: defineRoute({
    method: 'GET',
    path: '/health/live',
    summary: 'The process answers.',
    access: 'public',
    response: healthy,
  }),
  ready: defineRoute({
    method: 'GET',
    path: '/health/ready',
    summary: 'The process and its database answer, and it takes work.',
    access: 'public',
    response: healthy,
  }),
  openApi: defineRoute({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description (OpenAPI 3.1).',
    access: 'public',
    response: z.record(z.string(), z.unknown()),
  }),
};
