import { randomUUID } from 'node:crypto';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { messagesOfSession } from '../../bench/sent-statements.js';
import type { SignedIn } from '../../testing/people.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

const roundTripsOf = async ({ cookie }: SignedIn, work: () => Promise<unknown>): Promise<number> =>
  (await messagesOfSession(cookie.slice('session='.length), work)).sent.length;

describe('a referral on its way (scenario S1)', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    setting = await aReferralSetting(server, { service: { typicalWeeks: 16 } });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    setClock(server, '2026-11-24T08:00:00+02:00');
    setting = await aReferralSetting(server, { service: { typicalWeeks: 16 } });
  });

  it('is sent, seen, promised a place, started, ended and approved', async () => {
    const { sanna, pekka, offeringId } = setting;

    const draft = await acting.draft(setting);
    const answered = await acting.transition(sanna, draft.body, { action: 'send' });
    const sent = (await acting.read(sanna, draft.body.id)).body;
    const seen = await acting.read(pekka, sent.id);
    const accepted = await acting.actAndRead(pekka, seen.body, {
      action: 'accept',
      offeringId,
      firstMeetingAt: '2026-11-26T13:00:00+02:00',
    });
    const started = await acting.actAndRead(pekka, accepted, { action: 'start', startDate: '2026-11-24' });
    const closing = await acting.actAndRead(pekka, started, {
      action: 'finish',
      endDate: '2026-11-24',
      early: false,
    });
    const reported = await acting.actAndRead(pekka, closing, {
      action: 'report',
      outcome: 'achieved',
      exitCode: 'next_service',
      note: 'Hyvä jakso.',
    });
    const completed = await acting.actAndRead(sanna, reported, { action: 'approve' });

    expect(draft.status).toBe(201);
    expect(draft.body).toMatchObject({ status: 'draft', group: null, version: 1 });
    expect(answered.body).toEqual({
      id: sent.id,
      status: 'sent',
      version: 2,
      firstMeetingAt: null,
      plannedStartOn: null,
      dueAt: '2026-12-01T14:00:00.000Z',
    });
    expect(sent).toMatchObject({
      status: 'sent',
      version: 2,
      turn: { of: 'provider', dueAt: '2026-12-01T14:00:00.000Z', late: false },
    });
    expect(seen.body).toMatchObject({
      status: 'acknowledged',
      version: 3,
      side: 'provider',
      offerings: [{ id: offeringId, freePlaces: 6 }],
    });
    expect(accepted).toMatchObject({
      status: 'accepted',
      assigneeName: 'Pekka Ahola',
      firstMeetingAt: '2026-11-26T11:00:00.000Z',
    });
    expect(started).toMatchObject({ status: 'started', startedOn: '2026-11-24', plannedEndOn: '2027-03-16' });
    expect(closing).toMatchObject({ status: 'closing', group: 'waiting_provider', turn: { of: 'provider' } });
    expect(reported).toMatchObject({
      group: 'waiting_sender',
      turn: { of: 'sender' },
      closing: { outcome: 'achieved', exitCode: 'next_service', note: 'Hyvä jakso.' },
    });
    expect(completed).toMatchObject({ status: 'completed', group: 'ended', turn: { of: null, dueAt: null } });
    expect(completed.steps.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['send', 'Sanna Koskinen'],
      ['acknowledge', 'Pekka Ahola'],
      ['accept', 'Pekka Ahola'],
      ['start', 'Pekka Ahola'],
      ['finish', 'Pekka Ahola'],
      ['report', 'Pekka Ahola'],
      ['approve', 'Sanna Koskinen'],
    ]);
  });

  it('numbers the referrals of an organization by year, each with letters of its own', async () => {
    const first = await acting.draft(setting);
    const second = await acting.draft(setting);
    setClock(server, '2027-01-01T00:30:00+02:00');
    const nextYear = await acting.draft(setting);

    const [letters = ''] = first.body.caseNumber.split('-');
    expect(letters).toMatch(/^KVL/);
    expect([first, second, nextYear].map(({ body }) => body.caseNumber)).toEqual([
      `${letters}-2026-0001`,
      `${letters}-2026-0002`,
      `${letters}-2027-0001`,
    ]);
  });

  it('shows the receiver’s card before anything is sent, and by when an answer would come', async () => {
    const { sanna, clientId, serviceId } = setting;

    const { body } = await server.call(referralRoutes.preview, { params: { clientId, serviceId } }, sanna);

    expect(body.onSending).toMatchObject({ firstName: 'Anna', municipality: '286', ageBand: '30–39' });
    expect(body.onSending).not.toHaveProperty('surname');
    expect(body.onAcceptance).toMatchObject({ surname: 'Virtanen', contact: { phone: '0401234567' } });
    expect(body.answerDueAt.K3).toBe('2026-12-01T14:00:00.000Z');
    expect(body).toMatchObject({ openForMunicipality: true, duplicateOpen: false });
  });

  it('stops the provider’s clock while the sender owes an answer', async () => {
    const { sanna, pekka } = setting;
    const { id } = await acting.referral(setting, 'clarification');
    const asked = await acting.read(sanna, id);
    const [question] = asked.body.questions;
    setClock(server, '2026-11-27T08:00:00+02:00');
    const [, marja] = [sanna, setting.marja];

    const answered = await acting.actAndRead(marja, asked.body, {
      action: 'answer',
      answers: [{ questionId: question?.id ?? '', answer: 'Suomea ja venäjää.' }],
    });
    const seen = await acting.read(pekka, id);

    expect(asked.body).toMatchObject({
      status: 'clarification',
      turn: { of: 'sender', dueAt: '2026-12-01T14:00:00.000Z' },
    });
    expect(answered).toMatchObject({
      status: 'acknowledged',
      turn: { of: 'provider', dueAt: '2026-12-04T14:00:00.000Z' },
    });
    expect(seen.body.questions).toMatchObject([{ field: 'language', answer: 'Suomea ja venäjää.' }]);
  });

  it('stands in a queue whose order is by class and time, and tells the sender nothing of others', async () => {
    const { sanna } = setting;
    const first = await acting.referral(setting, 'waitlisted');
    setClock(server, '2026-11-24T09:00:00+02:00');
    await server.owner.query(`update client set first_name = 'Minna' where id = $1`, [setting.clientId]);
    const draft = await acting.draft(setting, { urgency: 'K2' });
    const sent = await acting.act(sanna, draft.body, { action: 'send', duplicateOverride: 'other_period' });
    const second = await acting.actAndRead(setting.pekka, sent, { action: 'waitlist', expectedWaitWeeks: 3 });

    const mine = await acting.read(sanna, first.id);

    expect(second.queue).toEqual({ position: 1, length: 2, expectedWaitWeeks: 3 });
    expect(mine.body.queue).toEqual({ position: 2, length: 2, expectedWaitWeeks: 6 });
    expect(JSON.stringify(mine.body)).not.toContain('Minna');
  });

  it('takes an answer back for ten seconds without a word, and the same deadline stands again', async () => {
    const accepted = await acting.referral(setting, 'accepted');
    const undoFreeUntil = (await acting.read(setting.pekka, accepted.id)).body.undoFreeUntil;
    const undone = await acting.actAndRead(setting.pekka, accepted, { action: 'undo' });
    const again = await acting.act(setting.pekka, undone, { action: 'decline', reason: 'full' });
    setClock(server, '2026-11-24T09:00:00+02:00');
    const silent = await acting.transition(setting.pekka, again, { action: 'undo' });
    const explained = await acting.act(setting.pekka, again, { action: 'undo', note: 'Ryhmään tuli tilaa.' });

    expect(undoFreeUntil).not.toBeNull();
    expect(undone).toMatchObject({
      status: 'acknowledged',
      offering: null,
      firstMeetingAt: null,
      turn: { dueAt: '2026-12-01T14:00:00.000Z' },
    });
    expect(silent.body).toMatchObject({
      code: 'unprocessable',
      reason: 'noteMissing',
      fields: [{ path: 'body.note' }],
    });
    expect(explained.status).toBe('acknowledged');
    const { rows } = await server.owner.query('select reserved from offering where id = $1', [
      setting.offeringId,
    ]);
    expect(rows).toEqual([{ reserved: 0 }]);
    expect(
      (await server.owner.query('select from unmet_need where referral_id = $1', [accepted.id])).rows,
    ).toHaveLength(0);
  });

  it('gives no answer back once somebody has built upon it', async () => {
    const declined = await acting.referral(setting, 'declined');
    await server.call(
      referralRoutes.refer,
      { params: { referralId: declined.id }, body: { serviceId: setting.serviceId } },
      setting.sanna,
    );

    const answer = await acting.transition(setting.pekka, declined, { action: 'undo', note: 'Sittenkin.' });

    expect(answer.body).toMatchObject({ code: 'wrongStatus', reason: 'somethingFollowed' });
    expect((await acting.read(setting.pekka, declined.id)).body.actions).not.toContain('undo');
  });

  it('answers a replayed request as the first time and changes nothing', async () => {
    const sent = await acting.referral(setting, 'acknowledged');
    const headers = { 'idempotency-key': randomUUID() };
    const accept = { action: 'accept', offeringId: setting.offeringId, startDate: '2026-12-01' } as const;

    const first = await acting.transition(setting.pekka, sent, accept, headers);
    const second = await acting.transition(setting.pekka, sent, accept, headers);
    const other = await acting.transition(
      setting.pekka,
      sent,
      { ...accept, startDate: '2026-12-02' },
      headers,
    );

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(other.body.code).toBe('idempotencyConflict');
    expect((await acting.read(setting.pekka, sent.id)).body.version).toBe(first.body.version);
    const { rows } = await server.owner.query('select reserved from offering where id = $1', [
      setting.offeringId,
    ]);
    expect(rows).toEqual([{ reserved: 1 }]);
  });

  it('leaves its steps in the conversation, in the log and as events', async () => {
    const accepted = await acting.referral(setting, 'accepted');

    const conversations = await server.call(
      messagingRoutes.ofReferral,
      { params: { referralId: accepted.id } },
      setting.sanna,
    );
    const logged = await server.owner.query(
      `select action from audit_event where object_id = $1 order by id`,
      [accepted.id],
    );
    const told = await server.owner.query(
      `select name, payload from event where payload->>'referralId' = $1 and name like 'referral%' order by id`,
      [accepted.id],
    );

    const shared = conversations.body.conversations.find(({ audience }) => audience === 'shared');
    expect(shared?.lastSeq).toBe(3);
    expect(logged.rows.map(({ action }) => action)).toEqual([
      'draftReferral',
      'send',
      'acknowledge',
      'readReferral',
      'accept',
      'revealIdentityAndContact',
    ]);
    expect(told.rows.map(({ name }) => name)).toEqual([
      'referralSent',
      'referralAcknowledged',
      'referralAccepted',
    ]);
    expect(told.rows[2].payload).toMatchObject({
      version: 4,
      status: 'accepted',
      senderOrganizationId: setting.municipalityId,
      providerOrganizationId: setting.associationId,
    });
    expect(JSON.stringify(told.rows)).not.toMatch(/Anna|Virtanen|0401234567/);
  });

  it('takes four round trips to the database for a step, and three for reading', async () => {
    const sent = await acting.referral(setting, 'acknowledged');

    const reading = await roundTripsOf(setting.pekka, () => acting.read(setting.pekka, sent.id));
    const stepping = await roundTripsOf(setting.pekka, () =>
      acting.transition(setting.pekka, sent, {
        action: 'accept',
        offeringId: setting.offeringId,
        startDate: '2026-12-01',
      }),
    );
    const listing = await roundTripsOf(setting.pekka, () =>
      server.call(referralRoutes.list, { query: {} }, setting.pekka),
    );

    expect({ reading, stepping, listing }).toEqual({ reading: 3, stepping: 4, listing: 3 });
  });
});
