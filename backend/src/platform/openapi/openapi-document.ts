import type { Route } from '@rinnalla/shared/contract/define-route';
import { problemStatus } from '@rinnalla/shared/kernel/problem';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 from the routes of the live router: the schemas that refuse and strip are the ones described. */
export const openApiDocument = (routes: readonly Route[]): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'Rinnalla',
    version: '1',
    description:
      'Refusals are application/problem+json (RFC 9457) with a closed set of codes. POST takes an Idempotency-Key (UUID).',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/api' }],
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    schemas: { Problem: problemSchema },
  },
  paths: pathsOf(routes),
});

const pathsOf = (routes: readonly Route[]): Record<string, Json> => {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return paths;
};

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(problemStatus) },
    reason: { type: 'string' },
    fields: { type: 'array', items: { type: 'object' } },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json;
  return rest;
};

const takes = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success || 'shape' in schema;

const parameters = (schema: z.ZodType, place: 'path' | 'query'): Json[] => {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const bytes: Json = { type: 'string', format: 'binary' };
const fileForm: Json = { type: 'object', required: ['file'], properties: { file: bytes } };

const operation = (route: Route): Json => ({
  summary: route.summary,
  ...(route.requiresStepUp
    ? {
        description:
          'A risky act: refused with confirmIdentity unless the person has proven who they are within ten minutes (POST /session/confirmation).',
      }
    : {}),
  ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
  parameters: [
    ...(takes(route.params) ? parameters(route.params, 'path') : []),
    ...(takes(route.query) ? parameters(route.query, 'query') : []),
  ],
  ...(route.carries === 'fileIn'
    ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: fileForm } } } }
    : {}),
  ...(takes(route.body)
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
        },
      }
    : {}),
  responses: {
    [route.status]: {
      description: 'Done.',
      content:
        route.carries === 'fileOut'
          ? { '*/*': { schema: bytes } }
          : { 'application/json': { schema: jsonSchema(route.response, 'output') } },
    },
    default: {
      description: 'Refused.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});
