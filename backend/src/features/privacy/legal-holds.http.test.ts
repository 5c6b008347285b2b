import { holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { canary } from '../../testing/erasable-client.js';
import { Erasing } from '../../testing/erasing.js';
import { Acting } from '../../testing/referrals.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('while a legal hold stands, the erasure of a client’s data', () => {
  let server: TestServer;
  let erasing: Erasing;
  beforeAll(async () => {
    server = await startTestServer();
    erasing = new Erasing(server);
  });
  beforeEach(() => setClock(server, '2026-11-24T08:00:00+02:00'));
  afterAll(() => server.stop());

  it('erases nothing, and says so', async () => {
    const standing = await erasing.stand();
    const requestId = await erasing.asked(standing);
    const set = await erasing.hold(standing.officer, { caseNumber: standing.caseNumber });

    expect(set.body).toMatchObject({ act: '170/1999', setBy: 'Liisa Vainio', stands: true });
    expect((await erasing.preview(standing.leader, requestId)).body).toMatchObject({
      holds: [{ act: '170/1999', reason: 'Vahingonkorvausasia on kesken.' }],
      mayErase: false,
    });
    expect((await erasing.erase(standing.leader, requestId)).body).toMatchObject({
      code: 'wrongStatus',
      reason: 'held',
    });
    expect((await new Acting(server).read(standing.setting.sanna, standing.referralId)).body.goal).toContain(
      canary,
    );
  });

  it.each([
    ['before its first day', { from: '2026-11-25' }],
    ['after its last day', { from: '2026-11-01', to: '2026-11-23' }],
  ])('is not stopped %s', async (_when, days) => {
    const standing = await erasing.stand();
    await erasing.hold(standing.officer, { caseNumber: standing.caseNumber, ...days });

    expect((await erasing.erase(standing.leader, await erasing.asked(standing))).body.request.state).toBe(
      'erased',
    );
  });

  it('goes on once who has the ground ends it, from the version that was read', async () => {
    const standing = await erasing.stand();
    const requestId = await erasing.asked(standing);
    const { body } = await erasing.hold(standing.leader, { requestId });
    const end = (version: number) =>
      server.call(
        holdRoutes.end,
        { params: { holdId: body.id as never }, body: { version } },
        standing.officer,
      );

    expect((await end(4)).body).toMatchObject({ code: 'changedMeanwhile' });
    expect((await end(1)).body).toMatchObject({ stands: false, ended: { by: 'Liisa Vainio' } });
    expect((await erasing.erase(standing.leader, requestId)).body.request.state).toBe('erased');
  });

  it('of another municipality’s case is neither set nor ended', async () => {
    const [one, other] = [await erasing.stand(), await erasing.stand()];
    const { body } = await erasing.hold(other.leader, { requestId: await erasing.asked(other) });

    expect(
      (
        await server.call(
          holdRoutes.end,
          { params: { holdId: body.id as never }, body: { version: 1 } },
          one.officer,
        )
      ).body,
    ).toMatchObject({ code: 'notFound' });

    expect((await erasing.hold(one.officer, { caseNumber: other.caseNumber })).body).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'body.caseNumber' }],
    });
  });
});
