import { testCluster } from '../test-cluster.js';
import { findMutants } from './find-mutants.js';
import { Pursuit } from './pursuit.js';
import { Surveys } from './surveys.js';
import { testFiles } from './test-files.js';
import { TestProcess } from './test-process.js';

const sample = [
  'policy shared/client/client-permissions#mayCreateClient',
  'policy shared/client/client-permissions#mayReadClient',
  'guard shared/referral/referral-workflow-guards#guards.silence',
  'guard shared/referral/referral-workflow-table#referralTransitions.accept.promise',
  'rls client.app_selects using',
  'rls client disable',
];

/** The mutants in their short form; `npm run test:mutants` is the whole of them. */
describe('what guards people’s secrets', () => {
  const worker = new TestProcess(testCluster());
  afterAll(() => worker.end());

  /** Those of the sample that no test misses. */
  const survivorsOf = async (ids: readonly string[], tests: string): Promise<string[]> => {
    const mutants = (await findMutants(testCluster())).filter(({ id }) => ids.includes(id));
    if (mutants.length < ids.length) throw new Error(`Some of ${ids.join(', ')} are no mutants any more.`);
    const living = new Set(ids);
    const pursuit = new Pursuit(mutants, Infinity, new Surveys('short form'), {
      told: () => undefined,
      killed: (id) => void living.delete(id),
    });
    await pursuit.run(testFiles(tests), [worker]);
    return [...living];
  };

  it('is missed by a test when it is gone', async () => {
    const tests = 'client-permissions|referral-workflow|client-visibility';

    expect(await survivorsOf(sample, tests)).toEqual([]);
  }, 120_000);

  it('stands as a survivor when no test looks at it', async () => {
    const unseen = [
      'guard shared/referral/referral-workflow-guards#guards.silence',
      'rls client.app_selects using',
    ];

    expect(await survivorsOf(unseen, 'shared/dist/client')).toEqual(unseen);
  }, 120_000);
});
