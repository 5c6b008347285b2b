import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { erasureRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { signedIn } from '../../testing/people.js';
import { goOnline } from '../../testing/people-online.js';
import { Acting, aReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('when a client’s data is erased', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  it('open pages of the client, the case and its conversation close on both sides within two seconds', async () => {
    const setting = await aReferralSetting(server);
    const { sanna, pekka, clientId, municipalityId } = setting;
    const { id } = await new Acting(server).referral(setting, 'completed');
    const { rows } = await server.owner.query<{ id: string }>(
      'select id from conversation where referral_id = $1 and audience_organization_id is null',
      [id],
    );
    const conversation = { conversationId: rows[0]?.id as never };
    const leader = await signedIn(server.owner, { organizationId: municipalityId, role: 'serviceManager' });
    const [coach, worker] = [await goOnline(server, sanna), await goOnline(server, pekka)];
    for (const one of [coach, worker]) await one.ask(messagingRequests.watchConversation, conversation);
    const { body } = await server.call(erasureRoutes.ask, { params: { clientId: clientId as never } }, sanna);

    await server.call(
      erasureRoutes.erase,
      { params: { requestId: body.request.id as never }, body: { version: 1 } },
      leader,
    );

    for (const one of [coach, worker]) {
      await one.hears((heard) => heard.some(({ name }) => name === 'conversationClosed'), 2_000);
      await one.hears((heard) => heard.some(({ name }) => name === 'referralChanged'), 2_000);
      expect(await one.ask(messagingRequests.watchConversation, conversation)).toMatchObject({ ok: false });
    }
    await coach.hears(
      (heard) =>
        heard.some(
          ({ name, payload }) =>
            name === 'clientErased' && (payload as { clientId: string }).clientId === clientId,
        ),
      2_000,
    );
    expect(worker.heard.map(({ name }) => name)).not.toContain('clientErased');
    for (const one of [coach, worker]) one.close();
  });
});
