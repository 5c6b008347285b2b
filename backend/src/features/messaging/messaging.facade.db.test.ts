import { Database } from '../../platform/database/database.js';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { type CaseEvent, MessagingFacade } from './messaging.facade.js';

describe('the case’s own events in the conversation', () => {
  let server: TestServer;
  let facade: MessagingFacade;
  beforeAll(async () => {
    server = await startTestServer();
    facade = server.get(MessagingFacade);
  });
  afterAll(() => server.stop());

  const as = <Result>(caller: SignedIn, work: () => Promise<Result>): Promise<Result> =>
    server
      .get(Database)
      .inTransaction({ tokenHash: hashOfToken(caller.cookie.slice('session='.length)) }, work);
  const accepted: CaseEvent = {
    action: 'accept',
    fromStatus: 'acknowledged',
    toStatus: 'accepted',
    version: 3,
    facts: { startsOn: '2026-12-14' },
  };
  const entriesOf = async (conversationId: string): Promise<unknown[]> =>
    (
      await server.owner.query(
        `select seq::int, kind, sender_name, details from conversation_entry where conversation_id = $1 order by seq`,
        [conversationId],
      )
    ).rows;

  it('opens the same three conversations however often it is asked', async () => {
    const { referralId, coach } = await aSharedCase(server.owner);
    await server.owner.query('delete from conversation where referral_id = $1', [referralId]);

    await as(coach, async () => {
      await facade.openConversations(referralId);
      await facade.openConversations(referralId);
    });

    const { rows } = await server.owner.query('select from conversation where referral_id = $1', [
      referralId,
    ]);
    expect(rows).toHaveLength(3);
  });

  it('come into the shared log with who did it, in the transaction of the step', async () => {
    const { referralId, sharedId, worker } = await aSharedCase(server.owner);

    await as(worker, () => facade.recordEvent(referralId, accepted));
    await as(worker, async () => {
      await facade.recordEvent(referralId, { ...accepted, version: 4 });
      throw new Error('the step failed');
    }).catch(() => undefined);

    expect(await entriesOf(sharedId)).toEqual([
      { seq: 1, kind: 'event', sender_name: 'Pekka Salmi', details: accepted },
    ]);
  });

  it('tell of a decline though it ends the provider’s own access', async () => {
    const { referralId, sharedId, worker } = await aSharedCase(server.owner);

    await as(worker, async () => {
      await moveReferral(server.owner, referralId, 'declined');
      await facade.recordEvent(referralId, {
        action: 'decline',
        fromStatus: 'acknowledged',
        toStatus: 'declined',
        version: 3,
      });
    });

    expect(await entriesOf(sharedId)).toHaveLength(1);
  });

  it('name nobody when the system did it', async () => {
    const { referralId, sharedId, coach } = await aSharedCase(server.owner);

    await as(coach, () => facade.recordEvent(referralId, { ...accepted, bySystem: true }));

    expect(await entriesOf(sharedId)).toMatchObject([{ sender_name: null }]);
  });

  it('are refused as not found from an organization that is no party', async () => {
    const { referralId } = await aSharedCase(server.owner);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });

    await expect(as(outsider, () => facade.recordEvent(referralId, accepted))).rejects.toThrow('notFound');
    await expect(as(outsider, () => facade.openConversations(referralId))).rejects.toThrow('notFound');
  });
});
