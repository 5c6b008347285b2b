import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import type { Route } from '@rinnalla/shared/contract/define-route';
import PostalMime from 'postal-mime';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { CanaryCase, type ACanaryCase } from './canary-case.js';
import { type CanaryName, circles, mayKnow, type Stage } from './canaries.js';
import { captureOutput, type CapturedOutput } from './captured-output.js';
import { everyChannel, type Read } from './every-channel.js';
import { aMailServer, type MailServer } from './mail-server.js';
import { goOnline, type Online } from './people-online.js';
import { type Principal, principals } from './principals.js';
import { publicRegisters } from './public-registers.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from './test-server.js';

/** `FIELD_STAGES=all` looks everywhere at every stage (`npm run test:walls`); else outsiders look where most is said. */
const everywhere = process.env['FIELD_STAGES'] === 'all';

const names = Object.keys(circles) as CanaryName[];
/** Words of closed lists, which the public registers hold for everybody. */
const registerWords: readonly CanaryName[] = ['home', 'urgencyReason', 'language'];

const everyWalk: ACanaryCase[] = [
  { tag: 'A', number: 0 },
  { tag: 'B', number: 1, way: 'declined' },
  { tag: 'C', number: 2, way: 'withdrawn' },
  { tag: 'D', number: 3, way: 'consentTakenBack' },
  { tag: 'E', number: 4, nonDisclosure: true },
  { tag: 'F', number: 5, nonDisclosure: true, way: 'declined' },
  { tag: 'G', number: 6, nonDisclosure: true, way: 'withdrawn' },
  { tag: 'H', number: 7, nonDisclosure: true, way: 'consentTakenBack' },
];
/** In short: the whole way with and without non-disclosure, and each way to break off in one of the two. */
const walks = everyWalk.filter(({ tag }) => everywhere || ['A', 'C', 'D', 'E', 'F'].includes(tag));

/**
 * Fields times people times stages times channels: a value that stands in one field alone is looked for everywhere, by
 * everybody, at each stage of the case. Whoever may not know of it finds it nowhere; somebody who may, does.
 */
describe(`${names.length} values that stand in one field each`, () => {
  let server: TestServer;
  let post: MailServer;
  let output: CapturedOutput;
  let routes: Route[];
  const leaks: string[] = [];
  /** By canary: who found it where. */
  const found = new Map<CanaryName, Set<string>>();
  const channels = new Map<string, number>();
  let mailed = 0;

  beforeAll(async () => {
    post = await aMailServer();
    output = captureOutput();
    server = await startTestServer({
      SMTP_URL: post.url,
      PUBLIC_ORIGIN: 'http://rinnalla.example',
      LOG_LEVEL: 'trace',
    });
    routes = server.get(OpenApiController).routes();
    try {
      for (const walk of walks) await walkThrough(walk);
    } finally {
      output.stop();
    }
  }, 600_000);
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const walkThrough = async (given: ACanaryCase): Promise<void> => {
    setClock(server, referenceInstant);
    const one = await CanaryCase.begin(server, given);
    const online = new Map<Principal, Online>();
    for (const principal of principals.filter((each) => one.people[each]))
      online.set(principal, await goOnline(server, one.people[principal] ?? {}));
    let before: Stage = 'sent';
    for await (const stage of one.live()) {
      await server.get(JobWorker).runDue();
      // Who answers for the case reads last: reading moves it on.
      for (const principal of principals) {
        const stages = [before, stage];
        if (isWorthALook(principal, one, stage))
          for (const read of await everyChannel(server, routes, one, one.people[principal], isPrinted(stage)))
            look(one, principal, [stage], read);
        const listener = online.get(principal);
        const heard = listener?.heard.splice(0) ?? [];
        look(one, principal, stages, {
          channel: 'what the socket is told',
          status: 200,
          text: JSON.stringify(heard).toLowerCase(),
        });
        if (listener)
          for (const conversationId of Object.values(one.talks))
            await listener.ask(messagingRequests.watchConversation, { conversationId });
      }
      before = stage;
    }
    setClock(server, '2026-11-24T08:30:00+02:00');
    await server.get(JobWorker).runDue();
    for (const { raw } of post.received.splice(0)) {
      const { subject, text, html, headers } = await PostalMime.parse(raw);
      const mail = [raw.toString('utf8'), subject, text, html, JSON.stringify(headers)].join('\n');
      mailed += 1;
      look(one, 'anonymous', ['record'], { channel: 'mail', status: 200, text: mail.toLowerCase() });
    }
    look(one, 'anonymous', ['record'], {
      channel: 'what the process writes',
      status: 200,
      text: output.lines.join('').toLowerCase(),
    });
    for (const listener of online.values()) listener.close();
  };

  const look = (
    { canaries, nonDisclosure }: CanaryCase,
    principal: Principal,
    stages: readonly Stage[],
    { channel, text }: Read,
  ): void => {
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
    for (const name of names) {
      if (!text.includes(canaries[name].sought)) continue;
      if (registerWords.includes(name) && publicRegisters.has(channel)) continue;
      // A word that was taken away was heard by who listened when it was said.
      const circle =
        circles[name] === 'nobody' && channel === 'what the socket is told' ? 'talk' : circles[name];
      const may = stages.some((stage) => mayKnow(principal, circle, stage, nonDisclosure));
      if (may) found.set(name, (found.get(name) ?? new Set()).add(`${principal} in ${channel}`));
      else
        leaks.push(
          `${stages.at(-1)}${nonDisclosure ? ', non-disclosure' : ''}: ${principal} found ${name} in ${channel}`,
        );
    }
  };

  const isOver = (stage: Stage): boolean => stage === 'record' || stage === 'takenBack';
  /** In short: those whose view changes look at each change, everybody where most is said. */
  const isWorthALook = (principal: Principal, { way }: CanaryCase, stage: Stage): boolean => {
    if (everywhere) return true;
    if (way === 'whole' && ['started', 'completed'].includes(stage)) return true;
    if (isOver(stage)) return ['coach', 'colleague', 'worker', 'manager'].includes(principal);
    return way !== 'withdrawn' && way !== 'consentTakenBack' && stage !== 'closing'
      ? ['coach', 'colleague', 'worker'].includes(principal)
      : false;
  };
  const isPrinted = (stage: Stage): boolean => everywhere || stage === 'started' || isOver(stage);

  it('are found nowhere by anybody who may not know of them', () => {
    expect([...new Set(leaks)]).toEqual([]);
  });

  it('are each found by somebody who may', () => {
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(names.filter((name) => !found.has(name))).toEqual([]);
    for (const name of ['surname', 'phone', 'wishes', 'identityCode'] as const)
      expect([...(found.get(name) ?? [])]).toContain('worker in GET /referrals/:referralId');
    for (const [name, where] of [
      ['workerMessage', 'coach in GET /referrals/:referralId/conversation.pdf'],
      ['coachMessage', 'worker in POST /conversations/search'],
      ['surname', 'coach in GET /clients/:clientId/copy'],
      ['recalled', 'worker in what the socket is told'],
      ['fileContent', 'worker in GET /conversations/:conversationId/attachments/:attachmentId'],
    ] as const)
      expect([...(found.get(name) ?? [])]).toContain(where);
  });

  it('were looked for in every channel that there is', () => {
    const read = routes.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`);

    expect(read.length).toBeGreaterThan(30);
    expect(read.filter((label) => (channels.get(label) ?? 0) < principals.length * 2)).toEqual([]);
    expect(channels.get('what the socket is told')).toBeGreaterThan(250);
    expect(mailed).toBeGreaterThanOrEqual(walks.length);
    expect(output.lines.length).toBeGreaterThan(5_000);
    expect([...channels.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(7_000);
  });
});
