import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('a referral on its straight way', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    setting = await aReferralSetting(server);
  });
  afterAll(() => server.stop());

  it('is sent, seen, promised a place, started, ended and approved', async () => {
    const { sanna, pekka, offeringId } = setting;

    const draft = await acting.draft(setting);
    const sent = await acting.act(sanna, draft.body, { action: 'send' });
    const seen = await acting.read(pekka, sent.id);
    const accepted = await acting.act(pekka, seen.body, { action: 'accept', offeringId, firstMeetingAt: '2026-11-26T13:00:00+02:00' });
    const started = await acting.act(pekka, accepted, { action: 'start', startDate: '2026-11-24' });
    const closing = await acting.act(pekka, started, { action: 'finish', endDate: '2026-11-24', early: false });
    const reported = await acting.act(pekka, closing, { action: 'report', outcome: 'achieved', exitCode: 'next_service', note: 'Hyvä jakso.' });
    const completed = await acting.act(sanna, reported, { action: 'approve' });

    expect(draft.status).toBe(201);
    expect(draft.body).toMatchObject({ caseNumber: 'KVL-2026-0001', status: 'draft', group: null });
    expect(sent).toMatchObject({ status: 'sent', version: 2, turn: { of: 'provider', dueAt: '2026-12-01T14:00:00.000Z' } });
    expect(seen.body).toMatchObject({ status: 'acknowledged', version: 3, side: 'provider' });
    expect(accepted).toMatchObject({ status: 'accepted', assigneeName: 'Pekka Ahola', firstMeetingAt: '2026-11-26T11:00:00.000Z' });
    expect(started).toMatchObject({ status: 'started', startedOn: '2026-11-24' });
    expect(closing).toMatchObject({ status: 'closing', turn: { of: 'provider' } });
    expect(reported).toMatchObject({ group: 'waiting_sender', turn: { of: 'sender' }, closing: { outcome: 'achieved', exitCode: 'next_service' } });
    expect(completed).toMatchObject({ status: 'completed', group: 'ended', turn: { of: null } });
  });
});
