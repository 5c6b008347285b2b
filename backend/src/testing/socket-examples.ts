import { randomUUID } from 'node:crypto';
import type { World } from './authorization-world.js';

type Part = keyof World['conversations'];
type Ask = (conversationId: string) => Record<string, unknown>;

const inEach = (name: string, ask: Ask): [string, Part, Ask][] => [
  [`asks ${name}`, 'shared', ask],
  [`asks ${name} (notes of the municipality)`, 'senderNotes', ask],
  [`asks ${name} (notes of the association)`, 'providerNotes', ask],
];

const lines: [string, Part, Ask][] = [
  ...inEach('watchConversation', (conversationId) => ({ conversationId })),
  ...inEach('showPresence', (conversationId) => ({ conversationId, presence: 'here', arrives: true })),
  ...inEach('sendMessage', (conversationId) => ({
    conversationId,
    clientMessageId: randomUUID(),
    body: 'Soitin, sopii hyvin.',
  })),
  ['asks unwatchConversation', 'shared', (conversationId) => ({ conversationId })],
];

/** What each line of the table asks over a socket, about a conversation of the world or one that is named. */
export const socketExamples: ReadonlyMap<string, (world: World, conversationId?: string) => object> = new Map(
  lines.map(([label, part, ask]) => [
    label,
    (world: World, conversationId = world.conversations[part]) => ask(conversationId),
  ]),
);
