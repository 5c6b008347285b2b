import { fileURLToPath } from 'node:url';
import { type Ended, runToEnd } from '../testing/run-command.js';
import { Acting, aReferralSetting } from '../testing/referrals.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const command = fileURLToPath(new URL('retention.js', import.meta.url));

/** A case that ended on 24.11.2026: the association reads it a year, it is kept two. */
describe('npm run retention tells the operator', () => {
  let server: TestServer;
  const run = (...args: string[]): Promise<Ended> =>
    runToEnd(process.execPath, [command, ...args], { DATABASE_URL: server.database.ownerUrl });

  beforeAll(async () => {
    server = await startTestServer();
    await new Acting(server).referral(await aReferralSetting(server), 'completed');
  });
  afterAll(() => server.stop());

  it('what the night of a day would end, by organization and rule, and ends nothing', async () => {
    const kept = async (): Promise<unknown> =>
      (await server.owner.query('select count(*) from referral_content')).rows;
    const before = await kept();

    expect((await run('--preview', '--day', '2027-11-23')).said).toBe('2027-11-23: 0 would end.\n');
    expect((await run('--preview', '--day', '2028-11-24')).said.split('\n')).toEqual([
      expect.stringMatching(/: case: 1 would end, 0 held$/),
      expect.stringMatching(/: client: 1 would end, 0 held$/),
      '2028-11-24: 2 would end.',
      '',
    ]);
    expect(await kept()).toEqual(before);
  });

  it('how it is called, when it is called otherwise', async () => {
    for (const args of [[], ['--preview', '--day', 'tomorrow'], ['--now']]) {
      const { code, said, complained } = await run(...args);

      expect({ code, said }).toEqual({ code: 1, said: '' });
      expect(complained).toBe(
        'The command is npm run retention -- --preview, or with --day 2028-11-24 for a day to come.\n',
      );
    }
  });
});
