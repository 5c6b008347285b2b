import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { aClient, aSubstitution } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the list of clients', () => {
  let server: TestServer;
  let kouvola: string;
  beforeAll(async () => {
    server = await startTestServer();
    kouvola = await anOrganization(server.owner, { kind: 'municipality', name: 'Kouvola' });
  });
  afterAll(() => server.stop());

  const colleague = () => signedIn(server.owner, { organizationId: kouvola, role: 'coach' });

  it('holds a coach’s own clients and those they stand in for, page by page; a coordinator’s has the organization’s', async () => {
    const organizationId = await anOrganization(server.owner, { kind: 'municipality' });
    const [own, away, other] = await Promise.all(
      [1, 2, 3].map(() => signedIn(server.owner, { organizationId, role: 'coach' })),
    );
    const coordinator = await signedIn(server.owner, { organizationId, role: 'coordinator' });
    if (!own || !away || !other) throw new Error('no coaches');
    await aSubstitution(server.owner, {
      organizationId,
      membershipId: away.membershipId,
      substituteMembershipId: own.membershipId,
    });
    const people: [string, SignedIn, boolean][] = [
      ['Cecilia', own, false],
      ['Anna', own, true],
      ['Bertta', away, true],
      ['Daniel', other, false],
      ['Eetu', other, true],
    ];
    for (const [firstName, handler, nonDisclosure] of people) {
      await aClient(server.owner, {
        organizationId,
        handlerId: handler.personId,
        firstName,
        nonDisclosure,
      });
    }

    const first = await server.call(clientRoutes.list, { query: { limit: '2' } }, own);
    const second = await server.call(
      clientRoutes.list,
      { query: { limit: 2, after: first.body.next ?? '' } },
      own,
    );
    const all = await server.call(clientRoutes.list, {}, coordinator);

    expect(first.body.items.map(({ firstName }) => firstName)).toEqual(['Anna', 'Bertta']);
    expect(second.body.items.map(({ firstName }) => firstName)).toEqual(['Cecilia']);
    expect(second.body.next).toBeNull();
    expect(all.body.items.map(({ firstName }) => firstName)).toEqual(['Cecilia', 'Daniel']);
    expect(Object.keys(all.body.items[0] ?? {})).toEqual([
      'id',
      'firstName',
      'goal',
      'nonDisclosure',
      'handlerName',
      'openReferrals',
    ]);
  });

  it('ends, and does not begin anew, after a client who has meanwhile left the reader’s list', async () => {
    const [coach, next] = [await colleague(), await colleague()];
    const ids = [];
    for (const firstName of ['Aada', 'Beeda', 'Ceeda'])
      ids.push(
        await aClient(server.owner, {
          organizationId: kouvola,
          handlerId: coach.personId,
          firstName,
          nonDisclosure: true,
        }),
      );
    const [, last] = ids;
    await server.owner.query('update client set handler_id = $2 where id = $1', [last, next.personId]);

    const after = await server.call(clientRoutes.list, { query: { limit: 2, after: last } }, coach);

    expect(after.body).toEqual({ items: [], next: null });
  });

  it('is searched by the beginning of a name, told in the body and taken as it is written', async () => {
    const coach = await colleague();
    await aClient(server.owner, {
      organizationId: kouvola,
      handlerId: coach.personId,
      firstName: 'Åke',
      surname: 'Öst_man',
    });
    const search = async (name: string) =>
      (await server.call(clientRoutes.search, { body: { name } }, coach)).body.items.map(
        ({ firstName }) => firstName,
      );

    expect([await search('å'), await search('ÖST'), await search('Öst%'), await search('man')]).toEqual([
      ['Åke'],
      ['Åke'],
      [],
      [],
    ]);
  });

  it('refuses a cursor that is none', async () => {
    const answer = await server.call(clientRoutes.list, { query: { after: 'Anna' } }, await colleague());

    expect([answer.status, answer.body.fields]).toEqual([400, [{ path: 'query.after', code: 'invalid' }]]);
  });
});
