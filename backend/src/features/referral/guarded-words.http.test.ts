import { type Act, Acting, aReferralSetting, type AReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('words of a referral that should rarely be sent', () => {
  let server: TestServer;
  let acting: Acting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());

  const logged = async (objectId: string) =>
    (
      await server.owner.query<{ details: object }>(
        `select details from audit_event where action = 'sendDespiteWarning' and object_id = $1 and client_id is not null`,
        [objectId],
      )
    ).rows.map(({ details }) => details);
  const refusal = (kinds: string) => ({
    code: 'unprocessable',
    reason: 'sensitiveText',
    details: { kinds },
  });

  it.each(['goal', 'background', 'agreed', 'contactWishes'])(
    'may stand in a draft’s %s, and are asked about when it is sent',
    async (field) => {
      const setting = await aReferralSetting(server);
      const text = 'Vakava masennus vie voimat, mutta työ kiinnostaa.';
      const draft = (await acting.draft(setting, { [field]: text })).body;

      const unseen = await acting.transition(setting.sanna, draft, { action: 'send' });
      const seen = await acting.transition(setting.sanna, draft, {
        action: 'send',
        acknowledged: ['health'],
      });

      expect([unseen.status, unseen.body]).toEqual([422, expect.objectContaining(refusal('health'))]);
      expect(seen.status).toBe(200);
      expect(await logged(draft.id)).toEqual([
        { step: 'send', version: seen.body.version, kinds: ['health'] },
      ]);
    },
  );

  it('are asked about in a refusal’s reason, a question and an answer', async () => {
    const setting = await aReferralSetting(server);
    const { sanna, pekka } = setting;
    const refused = async (who: typeof sanna, referral: { id: string; version: number }, act: Act) =>
      (await acting.transition(who, referral, act)).body;
    const sent = await acting.referral(setting, 'acknowledged');
    const asked = await acting.referral(await aReferralSetting(server), 'acknowledged');

    expect(
      await refused(pekka, sent, { action: 'decline', reason: 'full', note: 'Hetu 131052-308T puuttui.' }),
    ).toMatchObject(refusal('identityCode'));
    const question = { field: 'other', question: 'Onko hänellä diagnoosi?' };
    expect(await refused(pekka, sent, { action: 'ask', questions: [question] })).toMatchObject(
      refusal('health'),
    );
    const clarification = await acting.act(pekka, sent, {
      action: 'ask',
      questions: [question],
      acknowledged: ['health'],
    });
    const [{ id: questionId } = { id: '' }] = (await acting.read(sanna, clarification.id)).body.questions;
    expect(
      await refused(sanna, clarification, {
        action: 'answer',
        answers: [{ questionId, answer: 'Kyllä, F32.1.' }],
      }),
    ).toMatchObject(refusal('health'));
    expect(await logged(asked.id)).toEqual([]);
  });

  it('among them contacts: for the sender of a client with an order, for the association in every case alike', async () => {
    const note = 'Soittakaa 040 123 4567, Torikatu 12';
    const answers = async (given: AReferralSetting) => {
      const setting = await aReferralSetting(server, given);
      const draft = (await acting.draft(setting, { background: note })).body;
      const unseen = await acting.transition(setting.sanna, draft, { action: 'send' });
      const sent =
        unseen.status === 200
          ? unseen.body
          : await acting.act(setting.sanna, draft, {
              action: 'send',
              acknowledged: ['phone', 'streetAddress'],
            });
      const { version } = (await acting.read(setting.pekka, sent.id)).body;
      const declined = await acting.transition(
        setting.pekka,
        { id: sent.id, version },
        { action: 'decline', reason: 'full', note },
      );
      return { sender: unseen.status, association: { ...declined.body, requestId: null } };
    };

    const open = await answers({});
    const secret = await answers({ client: { nonDisclosure: true } });

    expect([open.sender, secret.sender]).toEqual([200, 422]);
    expect(open.association).toEqual(secret.association);
    expect(open.association).toMatchObject(refusal('phone streetAddress'));
  });
});
