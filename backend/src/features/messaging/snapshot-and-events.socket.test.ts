import { randomUUID } from 'node:crypto';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import {
  type ConversationState,
  openConversation,
  stepConversation,
  unreadLinesOf,
} from '@rinnalla/shared/messaging/conversation-state';
import type { MessageCardInput } from '@rinnalla/shared/messaging/message-card';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { type ReferralAction, referralActions } from '@rinnalla/shared/referral/referral-action';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { SwarmBrowser } from '../../testing/faults/swarm-browser.js';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase, type SharedCase } from '../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { until } from '../../testing/until.js';
import { MessagingFacade } from './messaging.facade.js';

/** After every action: what was on the screen plus the events that came is what a fresh reading shows (fault test F12). */
describe('snapshot and events', () => {
  let server: TestServer;
  const browsers: SwarmBrowser[] = [];
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterEach(() => {
    for (const browser of browsers.splice(0)) browser.close();
  });
  afterAll(() => server.stop());

  const opened = async ({ sharedId, referralId }: SharedCase, person: SignedIn): Promise<SwarmBrowser> => {
    const browser = new SwarmBrowser(
      person,
      { conversationId: sharedId, referralId, people: [] },
      [server.url],
      false,
    );
    browsers.push(browser);
    await browser.open();
    return browser;
  };
  const fresh = async (
    { sharedId, referralId }: SharedCase,
    reader: SignedIn,
  ): Promise<{ state: ConversationState; unread: number }> => {
    const entries: EntryView[] = (
      await server.call(messagingRoutes.entries, { params: { conversationId: sharedId } }, reader)
    ).body.entries;
    const { conversations } = (
      await server.call(messagingRoutes.ofReferral, { params: { referralId } }, reader)
    ).body;
    const view = conversations.find(({ id }) => id === sharedId);
    return {
      state: stepConversation(openConversation(reader.personId, view?.lastReadSeq), {
        type: 'entriesCame',
        entries,
      }),
      unread: view?.unread ?? -1,
    };
  };
  const reaches = (browser: SwarmBrowser, seq: number): Promise<void> =>
    until(async () => browser.conversation.lastSeq >= seq);
  const isFresh = async (talk: SharedCase, browser: SwarmBrowser): Promise<void> => {
    const { state, unread } = await fresh(talk, browser.person);
    await reaches(browser, state.lastSeq);
    // The mark is the person's own: a screen learns it by the answer, or by reading again when it is told.
    const screen = stepConversation(browser.conversation, {
      type: 'readMarked',
      lastReadSeq: state.lastReadSeq,
    });
    expect({ lines: screen.lines, readUpTo: screen.readUpTo, unread: unreadLinesOf(screen).length }).toEqual({
      lines: state.lines,
      readUpTo: state.readUpTo,
      unread,
    });
  };

  const params = ({ sharedId }: SharedCase) => ({ conversationId: sharedId });
  const written = () => ({ clientMessageId: randomUUID(), body: 'Hei' });
  const say = (talk: SharedCase, by: SignedIn) =>
    server.call(messagingRoutes.send, { params: params(talk), body: written() }, by);

  type Act = (talk: SharedCase) => Promise<{ status: number }>;
  /** A coach's message with a card, for the worker to answer. */
  const asked = async (talk: SharedCase, card: MessageCardInput) => {
    const body = { ...written(), card };
    const { seq } = (await server.call(messagingRoutes.send, { params: params(talk), body }, talk.coach))
      .body;
    return { referralId: talk.referralId, seq };
  };
  const proposal = {
    kind: 'meetingProposal' as const,
    times: ['2026-11-26T13:00:00+02:00'],
    minutes: 60,
    way: 'onSite' as const,
  };
  /** One act for each route that changes something. */
  const acts: Record<string, Act> = {
    send: (talk) => say(talk, talk.worker),
    edit: (talk) =>
      server.call(messagingRoutes.edit, { params: { ...params(talk), seq: 1 }, body: written() }, talk.coach),
    redact: (talk) =>
      server.call(messagingRoutes.redact, { params: { ...params(talk), seq: 1 } }, talk.coach),
    recall: (talk) =>
      server.call(messagingRoutes.recall, { params: { ...params(talk), seq: 1 } }, talk.coach),
    meeting: async (talk) =>
      server.call(
        answerRoutes.meeting,
        { params: await asked(talk, proposal), body: { ...written(), time: null } },
        talk.worker,
      ),
    agreement: async (talk) =>
      server.call(
        answerRoutes.agreement,
        { params: await asked(talk, { kind: 'agreement' }), body: { ...written(), verdict: 'confirmed' } },
        talk.worker,
      ),
    document: async (talk) =>
      server.call(
        answerRoutes.document,
        {
          params: await asked(talk, { kind: 'documentRequest', document: 'decision' }),
          body: { ...written(), given: false },
        },
        talk.worker,
      ),
    tick: async (talk) => {
      const { seq } = await asked(talk, { kind: 'checklist' });
      return server.call(
        messagingRoutes.tick,
        { params: { ...params(talk), seq, item: 0 }, body: { done: true } },
        talk.worker,
      );
    },
    markRead: (talk) =>
      server.call(messagingRoutes.markRead, { params: params(talk), body: { upTo: 2 } }, talk.worker),
    markUnread: async (talk) => {
      await server.call(messagingRoutes.markRead, { params: params(talk), body: { upTo: 2 } }, talk.worker);
      return server.call(
        messagingRoutes.markUnread,
        { params: params(talk), body: { from: 2 } },
        talk.worker,
      );
    },
    resolve: (talk) =>
      server.call(messagingRoutes.resolve, { params: params(talk), body: { resolved: true } }, talk.worker),
    snooze: (talk) =>
      server.call(
        messagingRoutes.snooze,
        { params: params(talk), body: { until: '2026-12-01' } },
        talk.worker,
      ),
    saveDraft: (talk) =>
      server.call(
        messagingRoutes.saveDraft,
        { params: params(talk), body: { version: 0, body: 'Kesken' } },
        talk.worker,
      ),
    search: (talk) => server.call(messagingRoutes.search, { body: { words: 'hei' } }, talk.worker),
  };

  it('are held together for every route that changes a conversation', () => {
    const mutating = Object.entries({ ...messagingRoutes, ...answerRoutes }).filter(
      ([, { method }]) => method !== 'GET',
    );

    expect(Object.keys(acts).toSorted((one, other) => one.localeCompare(other))).toEqual(
      mutating.map(([name]) => name).toSorted((one, other) => one.localeCompare(other)),
    );
  });

  it.each(Object.entries(acts))('%s: both screens are as fresh ones', async (_name, act) => {
    const talk = await aSharedCase(server.owner);
    await say(talk, talk.coach);
    await say(talk, talk.coach);
    const both = [await opened(talk, talk.coach), await opened(talk, talk.worker)];
    await Promise.all(both.map((browser) => reaches(browser, 2)));

    const { status } = await act(talk);

    expect(status).toBeLessThan(300);
    for (const browser of both) await isFresh(talk, browser);
  });

  it('a correction, after the time for editing: both screens are as fresh ones', async () => {
    const talk = await aSharedCase(server.owner);
    await say(talk, talk.coach);
    const both = [await opened(talk, talk.coach), await opened(talk, talk.worker)];
    setClock(server, '2026-11-24T08:10:00+02:00');

    const { body } = await server.call(
      messagingRoutes.edit,
      { params: { ...params(talk), seq: 1 }, body: written() },
      talk.coach,
    );

    expect(body.correction).toBe(true);
    for (const browser of both) await isFresh(talk, browser);
  });

  it('every step that a case can take: both screens are as fresh ones', async () => {
    const talk = await aSharedCase(server.owner);
    const both = [await opened(talk, talk.coach), await opened(talk, talk.worker)];
    const record = (action: ReferralAction, version: number) =>
      server
        .get(Database)
        .inTransaction({ tokenHash: hashOfToken(talk.coach.cookie.slice('session='.length)) }, () =>
          server.get(MessagingFacade).recordEvent(talk.referralId, {
            action,
            fromStatus: 'acknowledged',
            toStatus: 'acknowledged',
            version,
            facts: { place: 'Kirjasto' },
          }),
        );

    for (const [index, action] of referralActions.entries()) await record(action, index + 3);

    for (const browser of both) await isFresh(talk, browser);
    expect(both[0]?.conversation.lines).toHaveLength(referralActions.length);
  });
});
