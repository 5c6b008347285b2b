import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** An organization's sign-in service: a real OpenID provider, whose person answers every question at once. */
export interface IdentityService {
  issuer: string;
  /** Who signs in there next, and how they prove it. */
  login: { accountId: string; acr?: string; amr?: string[] };
  /** What happens elsewhere while it is asked for its tokens. */
  meanwhile?: (() => Promise<unknown>) | undefined;
  /** Goes through it as a browser would, from the address it is sent to until the address it is sent back to. */
  visit(address: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

export const clientSecret = 'a-secret-of-this-test-only-of-32-characters';

export const anIdentityService = async (redirectUri: string): Promise<IdentityService> => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'rinnalla',
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'acr', 'amr'], auth_time: null, iss: null, sid: null },
    acrValues: ['loa1', 'loa3'],
    pkce: { required: () => true },
    cookies: { keys: ['of this test'] },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  });
  const service: IdentityService = {
    issuer,
    login: { accountId: 'nobody' },
    visit: (address) => follow(address, redirectUri),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/token') && service.meanwhile)
      return void service.meanwhile().then(() => callback(request, response));
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    void provider.interactionDetails(request, response).then(async ({ prompt, params, session }) => {
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, { login: service.login });
      const grant = new provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: params['client_id'] ?? '',
      });
      grant.addOIDCScope('openid');
      await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    });
  });
  return service;
};

const follow = async (address: string, end: string): Promise<Record<string, string>> => {
  const cookies = new Map<string, string>();
  for (let here = address, steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(here, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie())
      cookies.set(set.split('=')[0] ?? '', set.split(';')[0]?.split('=').slice(1).join('=') ?? '');
    const next = answer.headers.get('location');
    if (!next)
      throw new Error(
        `The sign-in service stopped at ${new URL(here).pathname} with ${answer.status}: ${(await answer.text()).slice(0, 300)}`,
      );
    here = new URL(next, here).href;
    if (here.startsWith(end)) return Object.fromEntries(new URL(here).searchParams);
  }
  throw new Error('The sign-in service sends in circles.');
};
