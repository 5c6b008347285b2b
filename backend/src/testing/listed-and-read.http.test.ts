import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { conversationShelves, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { aWorld, type World } from './authorization-world.js';
import type { SignedIn } from './people.js';
import { principals } from './principals.js';
import { type Caller, startTestServer, type TestServer } from './test-server.js';

interface Kind {
  what: string;
  /** Every one that there is in the database. */
  all: string;
  listed: (caller: Caller) => Promise<string[]>;
  isRead: (caller: Caller, id: string) => Promise<boolean>;
  /** Of one's own alone: one may open more than it names. */
  isOwn?: boolean;
}

/** A rule that stands in a filter and in a policy is one rule only as long as both give the same. */
describe('what a list names is what its reader may open', () => {
  let server: TestServer;
  let people: { name: string; caller: SignedIn }[];
  beforeAll(async () => {
    server = await startTestServer();
    const named = (world: World, order: string) => [
      ...principals.flatMap((one) => {
        const caller = world.people[one];
        return caller ? [{ name: `${one}${order}`, caller }] : [];
      }),
      { name: `marja${order}`, caller: world.setting.marja },
      { name: `kaisa${order}`, caller: world.setting.kaisa },
    ];
    people = [
      ...named(await aWorld(server), ''),
      ...named(await aWorld(server, { nonDisclosure: true }), ', non-disclosure'),
    ];
  });
  afterAll(() => server.stop());

  const isOk = ({ status }: { status: number }): boolean => status === 200;
  const idsOf = (items: readonly { id: string }[] | undefined): string[] => (items ?? []).map(({ id }) => id);
  const referralsOf = async (caller: Caller) =>
    idsOf((await server.call(referralRoutes.list, { query: { limit: 100 } }, caller)).body.items);
  const ofEachReferral = async <Row>(
    caller: Caller,
    rowsOf: (params: { referralId: never }) => Promise<Row[] | undefined>,
  ): Promise<Row[]> => {
    const rows: Row[] = [];
    for (const referralId of await referralsOf(caller))
      rows.push(...((await rowsOf({ referralId: referralId as never })) ?? []));
    return rows;
  };

  const readsTalk = async (caller: Caller, id: string): Promise<boolean> =>
    isOk(
      await server.call(
        messagingRoutes.entries,
        { params: { conversationId: id as never }, query: {} },
        caller,
      ),
    );

  const kinds: Kind[] = [
    {
      what: 'referrals',
      all: 'select id from referral',
      listed: referralsOf,
      isRead: async (caller, referralId) =>
        isOk(await server.call(referralRoutes.read, { params: { referralId: referralId as never } }, caller)),
    },
    {
      what: 'conversations of a case',
      all: 'select id from conversation',
      listed: async (caller) =>
        idsOf(
          await ofEachReferral(
            caller,
            async (params) =>
              (await server.call(messagingRoutes.ofReferral, { params }, caller)).body.conversations,
          ),
        ),
      isRead: readsTalk,
    },
    {
      what: 'files of a case',
      all: `select conversation_id || '/' || id as id from attachment`,
      listed: async (caller) =>
        (
          await ofEachReferral(
            caller,
            async (params) =>
              (
                await server.call(attachmentRoutes.ofReferral, { params }, caller)
              ).body.attachments,
          )
        ).map(({ conversationId, id }) => `${conversationId}/${id}`),
      isRead: async (caller, id) => {
        const [conversationId, attachmentId] = id.split('/') as [never, never];
        return isOk(
          await server.call(attachmentRoutes.download, { params: { conversationId, attachmentId } }, caller),
        );
      },
    },
    {
      what: 'one’s own conversations',
      isOwn: true,
      all: 'select id from conversation',
      listed: async (caller) => {
        const shelves = [];
        for (const show of conversationShelves)
          shelves.push(
            ...idsOf((await server.call(messagingRoutes.mine, { query: { show } }, caller)).body.items),
          );
        return shelves;
      },
      isRead: readsTalk,
    },
    {
      what: 'one’s own clients',
      isOwn: true,
      all: 'select id from client',
      listed: async (caller) =>
        idsOf((await server.call(clientRoutes.list, { query: {} }, caller)).body.items),
      isRead: async (caller, clientId) =>
        isOk(await server.call(clientRoutes.read, { params: { clientId: clientId as never } }, caller)),
    },
    {
      what: 'people of one’s organization',
      all: 'select id from membership',
      listed: async (caller) =>
        (
          (await server.call(memberRoutes.search, { body: { limit: 100 } as never }, caller)).body.items ?? []
        ).map(({ membershipId }) => membershipId),
      isRead: async (caller, membershipId) =>
        isOk(
          await server.call(memberRoutes.read, { params: { membershipId: membershipId as never } }, caller),
        ),
    },
  ];

  it.each(kinds)('$what', async ({ all, listed, isRead, isOwn }) => {
    const { rows } = await server.owner.query<{ id: string }>(all);
    const wrong: string[] = [];
    let readable = 0;
    let hidden = 0;

    for (const { name, caller } of people) {
      const names = new Set(await listed(caller));
      for (const { id } of rows) {
        const mayOpen = await isRead(caller, id);
        if (mayOpen) readable += 1;
        else hidden += 1;
        if (names.has(id) && !mayOpen) wrong.push(`${name} is told of ${id} and may not open it`);
        if (mayOpen && !names.has(id) && !isOwn) wrong.push(`${name} may open ${id} and finds it nowhere`);
      }
    }

    expect(wrong).toEqual([]);
    expect(readable).toBeGreaterThan(3);
    expect(hidden).toBeGreaterThan(people.length);
  });
});
