import type { Route } from '@rinnalla/shared/contract/define-route';
import { z } from 'zod';
import type { JsonSchema } from './schema-values.js';

/**
 * Every field of a route that can hold what somebody wrote: text, a number or a day. Choices from closed lists, ids and
 * yes or no hold nobody's words; who may see them is the matrix's matter.
 */
export const fieldsOf = (route: Route, part: 'body' | 'response'): string[] => {
  const schema = z.toJSONSchema(route[part], {
    io: part === 'body' ? 'input' : 'output',
    unrepresentable: 'any',
  }) as JsonSchema;
  return [...new Set(leavesOf(schema, []))];
};

const leavesOf = (schema: JsonSchema, path: readonly string[]): string[] => {
  const { properties = {}, items, prefixItems = [], additionalProperties: others } = schema;
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const isWritten =
    // A list of types is how Zod writes what may be null.
    [schema.type ?? []].flat().some((type) => ['string', 'number', 'integer'].includes(type)) &&
    !schema.enum &&
    schema.const === undefined &&
    schema.format !== 'uuid';
  return [
    ...(isWritten ? [path.join('.')] : []),
    ...choices.flatMap((choice) => leavesOf(choice, path)),
    ...Object.entries(properties).flatMap(([name, property]) => leavesOf(property, [...path, name])),
    ...[...prefixItems, ...(items ? [items] : [])].flatMap((item) => leavesOf(item, path)),
    ...(typeof others === 'object' ? leavesOf(others, [...path, '*']) : []),
  ];
};
