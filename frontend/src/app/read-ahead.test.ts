import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { aSearch } from '../features/catalogue/catalogue-examples.js';
import { createQueryClient } from '../platform/query-client.js';
import { FakeServer } from '../testing/fake-server.js';
import { anonymous, sanna } from '../testing/sessions.js';
import { readAhead } from './read-ahead.js';

const askedAhead = async (session: SessionView, pathname: string, search = ''): Promise<string[]> => {
  const server = new FakeServer()
    .on(sessionRoutes.read, () => session)
    .on(catalogueRoutes.municipalities, () => ({ items: [] }))
    .on(catalogueRoutes.search, () => aSearch([]));
  globalThis.fetch = server.fetch;
  await readAhead(createQueryClient(0), { pathname, search }, 'fi').catch(() => undefined);
  return server.received.map(({ path }) => path).toSorted();
};

describe('what is asked for while the first screen is drawn', () => {
  it('is a visitor’s search, as the address tells it', async () => {
    expect(await askedAhead(anonymous, '/palvelut', '?q=paja')).toEqual([
      '/api/municipalities',
      '/api/services?q=paja&language=fi',
      '/api/session',
    ]);
  });

  it('is the whole catalogue where a visitor comes by the front door', async () => {
    expect(await askedAhead(anonymous, '/', '?q=paja')).toContain('/api/services?language=fi');
  });

  it.each([
    ['of whoever is signed in and begins elsewhere', sanna, '/'],
    ['of a visitor to another screen', anonymous, '/kirjaudu'],
  ])('is nothing more than the session %s', async (_whose, session, pathname) => {
    expect(await askedAhead(session, pathname)).toEqual(['/api/session']);
  });
});
