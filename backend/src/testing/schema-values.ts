import fc from 'fast-check';

/** As much of JSON Schema as the product's own document uses. */
export interface JsonSchema {
  /** Zod writes what may be null as a list of types. */
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Texts that have broken programs before: null and control bytes, half characters, direction marks, markup, SQL, paths. */
const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFFy',
  '\u202Etxet',
  'e\u0301'.repeat(20),
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
  '\uFEFFalku',
  '\r\nSet-Cookie: a=b',
  '<img src=x onerror=alert(1)>',
  "'; drop table client; --",
  '%27%20or%201=1',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '=cmd|/c calc',
  '__proto__',
  'constructor',
  'İıßﬀ',
  'null',
  'NaN',
  '-0',
  '1e309',
];

/** Anything but what was asked for. */
export const hostile = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -0,
      -1,
      0.5,
      1e308,
      -1e308,
      2 ** 31,
      2 ** 53,
      2 ** 63,
      [],
      {},
      [[[[[[[[]]]]]]]],
    ),
    fc.constantFrom<unknown>(...oddTexts),
    fc.integer({ min: 1, max: 4 }).map((power) => 'ä'.repeat(10 ** power)),
    fc.array(fc.constantFrom('x', 1, null, {}), { maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.jsonValue({ maxDepth: 3 }),
    fc
      .constantFrom('__proto__', 'constructor', 'prototype', 'toString')
      .map((key) => ({ [key]: { isAdmin: true, toString: 1 } })),
  );

/** Values of formats that are worth meeting the database with: ids that exist, days around today. */
export interface Known {
  ids: readonly string[];
  /** Values for a field or parameter of this name, such as `serviceId`. */
  byName: Readonly<Record<string, readonly unknown[]>>;
  /** Whether places are now and then filled with what does not fit; otherwise a value goes as deep as it can. */
  wild: boolean;
}

/** Values that fit the schema; where it is wild, each place in them is now and then something else. */
export const valuesOf = (schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> => {
  const named = schema.type === 'array' || schema.type === 'object' ? undefined : known.byName[name];
  const fits = named ? fc.constantFrom(...named) : fitting(schema, known, name);
  if (!known.wild) return fits;
  return fc.oneof(
    { weight: 8, arbitrary: fits },
    { weight: 4, arbitrary: fitting(schema, known, name) },
    { weight: 2, arbitrary: atTheEdge(schema) },
    { weight: 1, arbitrary: hostile() },
  );
};

const fitting = (schema: JsonSchema, known: Known, name: string): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? eachTypeOf(schema);
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice, known, name)));
  switch (schema.type) {
    case 'object':
      return objects(schema, known);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'string':
      return texts(schema, known);
    case 'integer':
      return integers(schema);
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return hostile();
  }
};

const eachTypeOf = (schema: JsonSchema): JsonSchema[] | undefined =>
  Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : undefined;

const objects = (
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  known: Known,
): fc.Arbitrary<unknown> => {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, valuesOf(property, known, key)]),
  );
  const whole = fc.record(fields, { requiredKeys: required });
  const unknownField = fc.tuple(
    fc.constantFrom('__proto__', 'constructor', 'extra', 'id', 'organizationId', '\u0000', ''),
    hostile(),
  );
  const entries =
    typeof additionalProperties === 'object'
      ? fc.dictionary(fc.string({ maxLength: 8 }), valuesOf(additionalProperties, known), { maxKeys: 3 })
      : fc.constant({});
  if (!known.wild) return whole;
  return fc.oneof(
    { weight: 12, arbitrary: fc.tuple(whole, entries).map(([object, more]) => ({ ...object, ...more })) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    // A computed key makes `__proto__` a field of its own, as in a request's text.
    {
      weight: 1,
      arbitrary: fc.tuple(whole, unknownField).map(([object, [key, value]]) => ({ ...object, [key]: value })),
    },
  );
};

/** Small ones often, where they fit. */
const integers = ({ minimum = 0, maximum = 100 }: JsonSchema): fc.Arbitrary<number> => {
  const min = Math.max(minimum, -(2 ** 31));
  const max = Math.min(maximum, 2 ** 31);
  return fc.oneof(fc.integer({ min, max: Math.min(min + 3, max) }), fc.integer({ min, max }));
};

const nearDays = ['2026-11-24', '2026-12-06', '2027-02-28', '2027-11-24'];
const farDays = ['2026-11-23', '1899-12-31', '2200-01-01', '0001-01-01', '9999-12-31'];

const texts = (
  { format, pattern, minLength = 0, maxLength = 60 }: JsonSchema,
  known: Known,
): fc.Arbitrary<unknown> => {
  const days = known.wild ? [...nearDays, ...farDays] : nearDays;
  if (format === 'uuid') return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known.ids) }, fc.uuid());
  if (format === 'date') return fc.constantFrom(...days);
  if (format === 'date-time') return fc.constantFrom(...days).map((day) => `${day}T10:00:00.000Z`);
  if (format === 'email')
    return fc.constantFrom('a@people.example', `${'a'.repeat(60)}@${'b'.repeat(60)}.example`);
  if (format === 'uri')
    return fc.constantFrom(
      'https://rinnalla.example/polku?a=b',
      'http://xn--4ca.example',
      'https://a.example:99999',
    );
  const plain = fc.oneof(
    // A letter may be several characters to a schema that counts them: only wild texts have such.
    fc.string({
      unit: known.wild ? 'grapheme' : 'grapheme-ascii',
      minLength,
      maxLength: Math.min(maxLength, minLength + 40),
    }),
    fc.lorem({ maxCount: 12 }).map((words) => words.padEnd(minLength, '.').slice(0, maxLength)),
  );
  if (!pattern) return plain;
  try {
    const matching = fc.stringMatching(new RegExp(pattern));
    return known.wild ? fc.oneof(matching, plain) : matching;
  } catch {
    return plain;
  }
};

/** The first that fits and the first that does not. */
const atTheEdge = ({
  type,
  minLength = 0,
  maxLength,
  minimum,
  maximum,
  minItems = 0,
  maxItems,
}: JsonSchema): fc.Arbitrary<unknown> => {
  if (type === 'string' && maxLength !== undefined)
    return fc
      .constantFrom(minLength - 1, minLength, maxLength, maxLength + 1)
      .map((length) => '\u00E5'.repeat(Math.max(length, 0)));
  if (type === 'integer' || type === 'number')
    return fc.constantFrom(
      (minimum ?? 0) - 1,
      minimum ?? 0,
      maximum ?? 2 ** 31,
      (maximum ?? 2 ** 31) + 1,
      2 ** 31 - 1,
      0.1,
    );
  if (type === 'array')
    return fc
      .constantFrom(minItems - 1, (maxItems ?? 1000) + 1)
      .map((length) => Array.from({ length: Math.max(length, 0) }, () => 'x'));
  return hostile();
};
