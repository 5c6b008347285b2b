import {
  openConversation,
  stepConversation,
  unreadLinesOf,
} from '@rinnalla/shared/messaging/conversation-state';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Pool } from 'pg';
import type { Swarm } from './swarm.js';
import type { SwarmBrowser, Try } from './swarm-browser.js';

/** What a run left, held against the contract. Of a whole run `lost`, `doubled`, `gaps` and `wrongViews` are nought. */
export interface Verdict {
  /** Acknowledged. */
  messages: number;
  retries: number;
  /** Acknowledgements of a message that an earlier, unanswered try had already put in its place. */
  replayedAcks: number;
  lost: number;
  doubled: number;
  gaps: number;
  wrongViews: number;
  ackP50Ms: number;
  ackP99Ms: number;
  /** From its place in the log to the screen of each who watches. */
  screenP50Ms: number;
  screenP99Ms: number;
  screenMaxMs: number;
}

interface Row {
  conversation_id: string;
  seq: number;
  kind: string;
  at: Date;
  body: string | null;
}

export const isWhole = ({ lost, doubled, gaps, wrongViews }: Verdict): boolean =>
  lost + doubled + gaps + wrongViews === 0;

export const judge = async (swarm: Swarm, superuser: Pool): Promise<Verdict> => {
  const { rows } = await superuser.query<Row>(
    'select conversation_id, seq::integer, kind, at, body from conversation_entry where conversation_id = any ($1) order by conversation_id, seq',
    [swarm.talks.map(({ conversationId }) => conversationId)],
  );
  const logs = new Map<string, Row[]>();
  for (const row of rows) {
    const log = logs.get(row.conversation_id) ?? [];
    log.push(row);
    logs.set(row.conversation_id, log);
  }
  const written = swarm.browsers.flatMap(({ written: own, talk }) =>
    [...own.values()].map((one) => ({ ...one, log: logs.get(talk.conversationId) ?? [] })),
  );
  const acknowledged = written.flatMap(({ acknowledged: ack, ...one }) => (ack ? [{ ...one, ack }] : []));
  const texts = rows
    .filter(({ kind }) => kind === 'message')
    .map(({ conversation_id, body }) => `${conversation_id} ${body}`);
  const acks = acknowledged.map(({ at, ack }) => ack.at - at);
  const screens = swarm.browsers.flatMap(({ shown, talk }) =>
    (logs.get(talk.conversationId) ?? []).flatMap(({ seq, at }) =>
      shown.has(seq) ? [Math.max(0, shown.get(seq)! - at.getTime())] : [],
    ),
  );
  return {
    messages: acknowledged.length,
    retries: written.reduce((sum, { tries }) => sum + Math.max(0, tries.length - 1), 0),
    replayedAcks: acknowledged.filter(({ ack, tries }) => tries.length > 1 && ack.sentAt < ack.tryBegan)
      .length,
    // Its entry may have come before its acknowledgement, which then nobody waits for any more.
    lost: written.filter(
      ({ body, log, acknowledged: ack }) =>
        !log.some((row) => row.body === body && (!ack || row.seq === ack.seq)),
    ).length,
    doubled: texts.length - new Set(texts).size,
    gaps:
      [...logs.values()].filter((log) => log.at(-1)?.seq !== log.length).length +
      swarm.browsers.filter((browser) => lacksSome(browser, logs)).length,
    wrongViews: await countWrongViews(swarm),
    ackP50Ms: percentile(acks, 0.5),
    ackP99Ms: percentile(acks, 0.99),
    screenP50Ms: percentile(screens, 0.5),
    screenP99Ms: percentile(screens, 0.99),
    screenMaxMs: percentile(screens, 1),
  };
};

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const triesOf = (swarm: Swarm): Try[] =>
  swarm.browsers.flatMap(({ written }) => [...written.values()].flatMap(({ tries }) => tries));

const lacksSome = (
  { conversation, talk }: SwarmBrowser,
  logs: ReadonlyMap<string, readonly Row[]>,
): boolean =>
  conversation.lastSeq !== (logs.get(talk.conversationId)?.length ?? 0) || conversation.held.size > 0;

/** A view is right when it is what a fresh reading shows, counts what the server counts, and was at no moment out of order. */
const countWrongViews = async (swarm: Swarm): Promise<number> => {
  const fresh = new Map<string, string>();
  let wrong = 0;
  for (const browser of swarm.browsers) {
    const { talk, conversation, wrongs, written } = browser;
    if (!fresh.has(talk.conversationId)) fresh.set(talk.conversationId, viewOf(await readFresh(browser)));
    const server = await browser.call(messagingRoutes.ofReferral, {
      params: { referralId: talk.referralId },
    });
    const counted = server.conversations.find(({ id }) => id === talk.conversationId);
    // The mark as the server keeps it: it may have moved while its answer was lost.
    const unread = unreadLinesOf(
      stepConversation(conversation, { type: 'readMarked', lastReadSeq: counted?.lastReadSeq ?? 0 }),
    ).length;
    const own = conversation.lines.flatMap((line) =>
      line.kind === 'message' && line.sender.personId === browser.person.personId
        ? [line.clientMessageId]
        : [],
    );
    const isRight =
      viewOf(conversation) === fresh.get(talk.conversationId) &&
      wrongs.length === 0 &&
      conversation.echoes.length === 0 &&
      unread === counted?.unread &&
      own.join() === [...written.keys()].join();
    if (!isRight) wrong += 1;
  }
  return wrong;
};

const readFresh = async (browser: SwarmBrowser) => {
  let state = openConversation(browser.person.personId);
  for (let more = true; more; ) {
    const page: { entries: EntryView[]; more: boolean } = await browser.call(messagingRoutes.entries, {
      params: { conversationId: browser.talk.conversationId },
      query: { since: state.lastSeq },
    });
    state = stepConversation(state, { type: 'entriesCame', entries: page.entries });
    more = page.more;
  }
  return state;
};

const viewOf = ({ lines, readUpTo, lastSeq }: ReturnType<typeof openConversation>): string =>
  JSON.stringify([
    lines,
    Object.entries(readUpTo).toSorted(([one], [other]) => one.localeCompare(other)),
    lastSeq,
  ]);
