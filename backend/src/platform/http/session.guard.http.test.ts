import { Controller, Get } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { anOrganization, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { SessionTokens } from '../auth/session-tokens.js';
import { Database } from '../database/database.js';
import { SessionGuard } from './session.guard.js';

/** As somebody might write one without a thought of the contract. */
@Controller()
class Accident {
  @Get('accident')
  read(this: void): string {
    return 'open to everybody';
  }
}

describe('a request at the door', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  it('to a handler that is no route of the contract is answered as if there were none', async () => {
    const door = new SessionGuard(server.get(Database), server.get(SessionTokens));
    const { read } = Accident.prototype;
    const context = new ExecutionContextHost([{ headers: {}, id: 'accident' }], Accident, read);

    await expect(door.canActivate(context)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('that is to be done once needs a key that can be told from others', async () => {
    const coach = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });

    const { status, body } = await server.call(
      clientRoutes.search,
      { body: { name: 'Anna' } },
      { ...coach, headers: { 'idempotency-key': 'again' } },
    );

    expect([status, body.fields]).toEqual([400, [{ path: 'header.idempotency-key', code: 'invalid' }]]);
  });
});
