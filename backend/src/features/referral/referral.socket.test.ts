import { type Online, onlineForATest } from '../../testing/people-online.js';
import type { SignedIn } from '../../testing/people.js';
import { anOrganization, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('open screens', () => {
  let server: TestServer;
  let acting: Acting;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());

  const goes = (caller: SignedIn): Promise<Online> => goOnlineHere(server, caller);
  const changesIn = (one: Online) =>
    one.heard.filter(({ name }) => name === 'referralChanged').map(({ payload }) => payload);
  const hearsVersion = (one: Online, version: number) =>
    one.hears((heard) =>
      heard.some(
        ({ name, payload }) =>
          name === 'referralChanged' && (payload as { version: number }).version === version,
      ),
    );

  it('hear of every step by an id and a version alone, on both sides and nowhere else', async () => {
    const setting = await aReferralSetting(server);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });
    const [marja, outi, other] = [await goes(setting.marja), await goes(setting.outi), await goes(outsider)];

    const { id } = await acting.referral(setting, 'accepted');
    await Promise.all([hearsVersion(marja, 4), hearsVersion(outi, 4)]);

    const changes = [2, 3, 4].map((version) => ({ referralId: id, version }));
    expect(changesIn(marja)).toEqual(changes);
    expect(changesIn(outi)).toEqual(changes);
    expect(other.heard).toEqual([]);
  });

  it('of colleagues hear nothing of a client with a non-disclosure order', async () => {
    const setting = await aReferralSetting(server, { client: { nonDisclosure: true } });
    const [sanna, marja] = [await goes(setting.sanna), await goes(setting.marja)];

    await acting.referral(setting, 'sent');
    await hearsVersion(sanna, 2);

    expect(marja.heard).toEqual([]);
  });

  it('of the other side hear nothing of a draft, nor of its end', async () => {
    const setting = await aReferralSetting(server);
    const [sanna, pekka] = [await goes(setting.sanna), await goes(setting.pekka)];

    const draft = await acting.referral(setting, 'draft');
    await acting.act(setting.sanna, draft, { action: 'withdraw', reason: 'need_met' });
    await hearsVersion(sanna, 2);

    expect(pekka.heard).toEqual([]);
  });
});
