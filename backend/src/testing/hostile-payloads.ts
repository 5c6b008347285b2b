import type { SocketRequest } from '@rinnalla/shared/contract/define-socket-event';
import fc from 'fast-check';
import { z } from 'zod';
import { hostile, type JsonSchema, type Known, valuesOf } from './schema-values.js';

/** What a socket says, with or without waiting for an answer. */
export interface HostilePayload {
  name: string;
  payload: unknown[];
}

/** Names that are nobody's, or somebody's in JavaScript and in the protocol's own code. */
const unknownNames = [
  '',
  ' ',
  'nothing',
  'WATCHCONVERSATION',
  'watchConversation ',
  'watchConversation\u0000',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'conversationEntry',
  'referralChanged',
  'message',
  'error',
  'ping',
  '\uD800',
  'ä'.repeat(5_000),
  '../../etc/passwd',
  "'; drop table session; --",
];

/** Events of the live gateways with payloads that fit, nearly fit or do not fit at all, and events that are none. */
export const hostilePayloads = (
  requests: readonly SocketRequest[],
  known: Known,
): fc.Arbitrary<HostilePayload> => {
  const shaped = (wild: boolean) =>
    fc.oneof(
      ...requests.map(({ name, payload }) =>
        valuesOf(schemaOf(payload), { ...known, wild }).map((value) => ({ name, payload: [value] })),
      ),
    );
  const named = fc.constantFrom(...requests.map(({ name }) => name));
  return fc.oneof(
    { weight: 5, arbitrary: shaped(false) },
    { weight: 8, arbitrary: shaped(true) },
    { weight: 4, arbitrary: fc.tuple(named, hostile()).map(([name, value]) => ({ name, payload: [value] })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(named, fc.array(hostile(), { maxLength: 4 }))
        .map(([name, payload]) => ({ name, payload })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(named, fc.constantFrom(...known.ids), fc.uint8Array({ maxLength: 2_000 }))
        .chain(([name, conversationId, bytes]) => {
          const binary = Buffer.from(bytes);
          return fc.constantFrom<HostilePayload>(
            { name, payload: [binary] },
            { name, payload: [{ conversationId: binary }] },
            { name, payload: [{ conversationId, body: binary, clientMessageId: conversationId }] },
          );
        }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...unknownNames), hostile())
        .map(([name, value]) => ({ name, payload: [value] })),
    },
  );
};

const schemaOf = (payload: z.ZodType): JsonSchema =>
  z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const id = '0b9fbd20-6f3c-4a53-9d0b-0c5d6d2f0001';

/** Packets below the protocol's own form: half ones, wrong types, names that socket.io keeps for itself. */
export const brokenPackets: readonly string[] = [
  '42',
  '42[',
  '42{}',
  '42null',
  '42[]',
  '42[null]',
  '42[1,2]',
  '42[{"__proto__":{"isAdmin":true}}]',
  '42["disconnect"]',
  '42["disconnecting",{}]',
  '42["connect"]',
  '42["connect_error"]',
  '42["newListener","x"]',
  '42["removeListener"]',
  '42["error",{}]',
  '4299999999999999999999["watchConversation",{}]',
  '42-1["watchConversation",{}]',
  '43["nobody asked"]',
  `4399[{"ok":true,"value":{"lastSeq":"${id}"}}]`,
  '41',
  '40',
  '40{"token":"x"}',
  '40/admin,',
  '42/admin,["watchConversation",{}]',
  '44{"message":"x"}',
  '45',
  '451-',
  '4599-["watchConversation",{"_placeholder":true,"num":0}]',
  '451-["watchConversation",{"_placeholder":true,"num":99}]',
  '451-["watchConversation",{"_placeholder":true,"num":"__proto__"}]',
  '46',
  '49',
  '4',
  '7',
  '\u0000',
  '\uD800',
  `42["watchConversation",{"conversationId":"${'a'.repeat(70_000)}"}]`,
  `42["${'x'.repeat(60_000)}"]`,
  `42["watchConversation",${'['.repeat(20_000)}${']'.repeat(20_000)}]`,
];
