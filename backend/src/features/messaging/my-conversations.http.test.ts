import { randomUUID } from 'node:crypto';
import { type ConversationShelf, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

/** More than are looked at for a page of two: three pages of each kind, and one. */
const many = 9;

describe('one’s conversations, when there are many', () => {
  let server: TestServer;
  let coach: SignedIn;
  let worker: SignedIn;
  /** The oldest first. It is settled; every third is a colleague's, which the coach has read. */
  const talks: string[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    ({ coach, worker } = await aSharedCase(server.owner));
    const colleague = await colleagueOf(coach);
    for (let number = 0; number < 3 * many; number++)
      talks.push(await aTalk(coach, number % 3 === 2 ? colleague : coach, { isSettled: number === 0 }));
  }, 60_000);
  afterAll(() => server.stop());

  const colleagueOf = ({ organizationId }: SignedIn) =>
    signedIn(server.owner, { organizationId, role: 'coach' });
  /** A word in a case of the handler; a colleague's is read by the reader. */
  const aTalk = async (reader: SignedIn, handler: SignedIn, { isSettled = false } = {}): Promise<string> => {
    const { sharedId } = await aSharedCase(server.owner, { coach: handler, worker });
    const params = { conversationId: sharedId };
    await server.call(
      messagingRoutes.send,
      { params, body: { clientMessageId: randomUUID(), body: 'Hei' } },
      handler,
    );
    if (handler !== reader)
      await server.call(messagingRoutes.markRead, { params, body: { upTo: 1 } }, reader);
    if (isSettled) await server.call(messagingRoutes.resolve, { params, body: { resolved: true } }, reader);
    return sharedId;
  };

  const pagesOf = async (show: ConversationShelf, who: SignedIn): Promise<string[]> => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await server.call(
        messagingRoutes.mine,
        { query: { show, limit: 2, ...(after ? { after } : {}) } },
        who,
      );
      found.push(...body.items.map(({ id }) => id));
      after = body.next ?? undefined;
    } while (after);
    return found;
  };

  it('stand in pages, the newest first, each once, whatever they are one’s own by', async () => {
    expect(await pagesOf('open', coach)).toEqual(talks.slice(1).toReversed());
    // Unread words keep a settled one in sight.
    expect(await pagesOf('open', worker)).toEqual(talks.toReversed());
    expect(await pagesOf('unread', worker)).toEqual(talks.toReversed());
  });

  it('are found on their shelf behind many others', async () => {
    expect(await pagesOf('resolved', coach)).toEqual(talks.slice(0, 1));
  });

  it('of one kind do not overtake those of another that lie deeper', async () => {
    const [other, third] = [await colleagueOf(coach), await colleagueOf(coach)];
    const settled: string[] = [];
    for (const handler of [third, third, third, other])
      settled.push(await aTalk(other, handler, { isSettled: true }));
    for (let number = 0; number < 7; number++) await aTalk(other, other);

    expect(await pagesOf('resolved', other)).toEqual(settled.toReversed());
  });
});
