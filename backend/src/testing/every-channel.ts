import { pathOf, type Route } from '@rinnalla/shared/contract/define-route';
import { conversationShelves } from '@rinnalla/shared/messaging/messaging-routes';
import { statusGroups } from '@rinnalla/shared/referral/referral-status';
import type { CanaryName } from './canaries.js';
import type { CanaryCase } from './canary-case.js';
import { pdfWords } from './pdf-words.js';
import type { SignedIn } from './people.js';
import type { TestServer } from './test-server.js';

/** What somebody got out of one place, in small letters. */
export interface Read {
  channel: string;
  status: number;
  text: string;
}

/** What is searched for by words: whoever may not know of it must not find that it is there either. */
const soughtWords: readonly CanaryName[] = [
  'goal',
  'coachMessage',
  'workerMessage',
  'municipalNote',
  'associationNote',
  'removed',
];

const queriesOf = (
  label: string,
  { canaries, setting }: CanaryCase,
  isPrinted: boolean,
): Record<string, string>[] => {
  switch (label) {
    case 'GET /referrals':
      return [
        {},
        { list: 'mine' },
        { clientId: setting.clientId },
        ...statusGroups.map((group) => ({ group })),
      ];
    case 'GET /referral-counts':
      return [{}, { list: 'mine' }];
    case 'GET /conversations':
      return conversationShelves.map((show) => ({ show }));
    case 'GET /clients/:clientId/copy':
      return [{ format: 'json' }, ...(isPrinted ? [{ format: 'pdf' }] : [])];
    case 'GET /referrals/:referralId/conversation.pdf':
      return isPrinted ? [{ notes: 'true' }] : [];
    case 'GET /services':
    case 'GET /search-suggestions':
      return [{ q: 'kanaria' }, { q: canaries.surname.sought }, { q: canaries.goal.sought }];
    default:
      return [{}];
  }
};

/** Every way to fill a route's parameters with what is known of the case. */
const paramsOf = (route: Route, one: CanaryCase): Record<string, string>[] => {
  const known: Record<string, string[]> = {
    clientId: [one.setting.clientId],
    membershipId: [one.setting.sanna.membershipId, one.setting.pekka.membershipId],
    serviceId: [one.setting.serviceId],
    referralId: [one.referral.id],
    conversationId: Object.values(one.talks),
    // What a request for erasure shows to who decides it: erasure.http.test.
    requestId: [crypto.randomUUID()],
    attachmentId: one.attachmentIds.length > 0 ? one.attachmentIds : [crypto.randomUUID()],
  };
  return [...route.path.matchAll(/:(\w+)/g)].reduce<Record<string, string>[]>(
    (all, [, name = '']) => {
      const values = known[name];
      if (!values) throw new Error(`${route.path}: no ${name} of the case is known to fill in.`);
      return all.flatMap((params) => values.map((value) => ({ ...params, [name]: value })));
    },
    [{}],
  );
};

const atOnce = 8;

/** Asks everything that can be asked by reading, searching, or trying in vain. */
export const everyChannel = async (
  server: TestServer,
  routes: readonly Route[],
  one: CanaryCase,
  person: SignedIn | undefined,
  /** Printing is slow: not at every stage. */
  isPrinted: boolean,
): Promise<Read[]> => {
  const ask = async (channel: string, path: string, init: RequestInit = {}): Promise<Read> => {
    const response = await fetch(`${server.url}${path}`, {
      ...init,
      headers: {
        ...(person ? { cookie: person.cookie } : {}),
        ...(init.body ? { 'content-type': 'application/json' } : {}),
      },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { channel, status: response.status, text: textOf(bytes).toLowerCase() };
  };
  const readings = routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => {
      const label = `${route.method} ${route.path}`;
      const prefix = route.path.startsWith('/health') ? '' : '/api';
      return paramsOf(route, one).flatMap((params) =>
        queriesOf(label, one, isPrinted).map((query) => {
          const path = `${prefix}${pathOf(route, params)}?${new URLSearchParams(query).toString()}`;
          return () => ask(label, path);
        }),
      );
    });
  const tries = triesOf(one).map(
    ({ method, path, body }) =>
      () =>
        ask(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`, `/api${path}`, {
          method,
          body: JSON.stringify(body),
        }),
  );
  const queue = [...readings, () => ask('the reference page', '/api/reference'), ...tries].values();
  const reads: Read[] = [];
  const work = async (): Promise<void> => {
    for (const each of queue) reads.push(await each());
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reads;
};

/** Searches whose words stand in the body, and writes that come too late, ask too much or name what is not there. */
const triesOf = ({ canaries, referral, setting, talks }: CanaryCase) => {
  const late = { version: 999 };
  const post = (path: string, body: object) => ({ method: 'POST', path, body });
  return [
    post('/clients/search', { name: canaries.firstName.said }),
    post('/clients/search', { name: canaries.surname.said }),
    ...soughtWords.map((name) => post('/conversations/search', { words: canaries[name].sought })),
    post('/log/search', {}),
    ...[
      { action: 'acknowledge' },
      { action: 'accept', offeringId: setting.offeringId },
      { action: 'start', startDate: '2026-11-24' },
      { action: 'withdraw', reason: 'moved' },
      { action: 'undo' },
    ].map((act) => post(`/referrals/${referral.id}/transitions`, { ...act, ...late })),
    post(`/referrals/${referral.id}/refer-again`, { serviceId: crypto.randomUUID() }),
    post('/emergency-openings', { caseNumber: 'KVL-2026-9999', purpose: 'danger', explanation: 'Ei ole.' }),
    ...Object.values(talks).flatMap((id) => [
      post(`/conversations/${id}/messages/9999/edits`, {
        clientMessageId: crypto.randomUUID(),
        body: 'Ei ole.',
      }),
      post(`/conversations/${id}/messages`, { body: '' }),
    ]),
    { method: 'PUT', path: `/clients/${setting.clientId}`, body: { ...anotherClient, ...late } },
    {
      method: 'PUT',
      path: `/referrals/${referral.id}`,
      body: { serviceId: setting.serviceId, goal: 'Haluaisin päästä ulos kotoa.', ...late },
    },
  ];
};

/** Of whom nothing may come back but a refusal. */
const anotherClient = {
  firstName: 'Toinen',
  surname: 'Ihminen',
  goal: 'Haluaisin päästä ulos kotoa ja jutella.',
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567' },
};

/** Text as it is; of a PDF its words too; of what is wrapped in base64, what is inside. */
const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('utf8');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return `${bytes.toString('latin1')}\n${pdfWords(bytes)}`;
  const [, wrapped] = /"base64":"([^"]+)"/.exec(text) ?? [];
  return wrapped ? `${text.slice(0, 1000)}\n${textOf(Buffer.from(wrapped, 'base64'))}` : text;
};
