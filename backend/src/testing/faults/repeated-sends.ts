import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { messagingRoutes, type Placed } from '@rinnalla/shared/messaging/messaging-routes';
import { callNode } from './call-node.js';
import type { Stage } from './stage.js';
import { seedTalks } from './talks.js';

export interface Repeated {
  messages: number;
  /** Tries beyond the first of each message. */
  repeats: number;
  /** Messages whose repeats were answered differently. */
  unequalAnswers: number;
  /** The same id with another text that was not refused as `idempotencyConflict`. */
  acceptedChanges: number;
  /** Rows in the log beyond one for each message, or missing. */
  rowsTooMany: number;
}

const perPerson = 4;
const mostRepeats = 5;

/** F7: every message is sent one to five times, in parallel, to different nodes. */
export const repeatSends = async (stage: Stage, talkCount: number): Promise<Repeated> => {
  const talks = await seedTalks(stage.superuser, talkCount);
  const told: Repeated = { messages: 0, repeats: 0, unequalAnswers: 0, acceptedChanges: 0, rowsTooMany: 0 };
  await Promise.all(
    talks.flatMap(({ people, conversationId }) =>
      people.map(async ({ cookie }, number) => {
        for (let count = 0; count < perPerson; count++) {
          const body = { clientMessageId: randomUUID(), body: `Viesti ${number} ${count}` };
          const times = 1 + ((number + count) % mostRepeats);
          const send = (at: number, text = body.body) =>
            untilAnswered(() =>
              callNode([stage.nodes[at % stage.nodes.length]!], cookie, messagingRoutes.send, {
                params: { conversationId },
                body: { ...body, body: text },
              }),
            );
          const answers = await Promise.all(Array.from({ length: times }, (_, at) => send(at)));
          const changed = await send(count, 'Toinen teksti');
          told.messages += 1;
          told.repeats += times - 1;
          if (new Set(answers.map((answer) => JSON.stringify(answer))).size !== 1) told.unequalAnswers += 1;
          if (changed !== 'idempotencyConflict') told.acceptedChanges += 1;
        }
      }),
    ),
  );
  const { rows } = await stage.superuser.query<{ count: number }>(
    `select count(*)::integer as count from conversation_entry where kind = 'message' and conversation_id = any ($1)`,
    [talks.map(({ conversationId }) => conversationId)],
  );
  return { ...told, rowsTooMany: Math.abs((rows[0]?.count ?? 0) - told.messages) };
};

/** The answer, or the refusal that trying again does not change. */
const untilAnswered = async (send: () => Promise<Placed>): Promise<Placed | string> => {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (!['unavailable', 'internal', 'tooManyRequests'].includes(code)) return code;
      await pause(500);
    }
  }
};
