import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { ServiceSearchQuery, ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { sanna } from '../../testing/sessions.js';
import { aCard, aSearch, kouvolaMunicipality } from './catalogue-examples.js';

const aServer = (
  answer: (query: ServiceSearchQuery) => ServiceSearchView = () => aSearch([aCard(1), aCard(2)]),
) =>
  new FakeServer()
    .on(catalogueRoutes.search, ({ query }) => answer(query))
    .on(catalogueRoutes.suggest, () => ({ items: [] }))
    .on(catalogueRoutes.municipalities, () => ({ items: [kouvolaMunicipality] }));

const results = async () => within(await screen.findByRole('list', { name: 'Hakutulokset' }));

describe('finding a service', () => {
  it('searches with the reader’s words and says how many were found', async () => {
    const server = aServer(({ q }) => aSearch(q === 'puupaja' ? [aCard(7)] : [aCard(1), aCard(2)]));
    const { user } = renderApp({ server, at: '/palvelut' });

    await screen.findByRole('heading', { name: '2 palvelua' });
    await user.type(screen.getByLabelText('Mihin tarvitset tukea?'), 'puupaja{Enter}');

    expect(await screen.findByRole('heading', { name: '1 palvelu' })).toBeVisible();
    expect((await results()).getByRole('link', { name: 'Palvelu 7' })).toBeVisible();
    expect(screen.getByLabelText('Mihin tarvitset tukea?')).toHaveFocus();
  });

  it('tells the room in words: free places, a queue or none', async () => {
    const places = { updatedAt: '2026-11-24T04:02:00.000Z', waitlistLength: 4 };
    const server = aServer(() =>
      aSearch([
        aCard(1, { places: { ...places, free: 3, waitlistOpen: true } }),
        aCard(2, { places: { ...places, free: 0, waitlistOpen: true } }),
        aCard(3, { places: { ...places, free: 0, waitlistOpen: false } }),
      ]),
    );
    renderApp({ server, at: '/palvelut' });

    const [free, queue, none] = (await (await results()).findAllByRole('article')) as HTMLElement[];
    expect(free).toHaveTextContent('3 vapaata paikkaa');
    expect(free).toHaveTextContent('päivitetty tänään klo 6.02');
    expect(free).toHaveTextContent('Seuraava aloitus ma 14.12.');
    expect(queue).toHaveTextContent('Täynnä, jonossa 4');
    expect(none).toHaveTextContent('Ei paikkoja nyt');
  });

  it('takes the words of a chip out of the search when the chip is removed', async () => {
    const server = aServer(({ q }) =>
      aSearch([aCard(1)], {
        understood: q.includes('bussilla')
          ? [
              {
                kind: 'support',
                code: 'bus',
                label: { fi: 'Bussilla pääsee', sv: 'Buss', en: 'Bus' },
                words: 'bussilla',
              },
            ]
          : [],
      }),
    );
    const { user } = renderApp({ server, at: '/palvelut?q=paja,%20bussilla' });

    await user.click(await screen.findByRole('button', { name: 'Poista Bussilla pääsee' }));

    await waitFor(() => expect(screen.getByLabelText('Mihin tarvitset tukea?')).toHaveValue('paja'));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Poista Bussilla pääsee' })).not.toBeInTheDocument(),
    );
  });

  it('begins a coach’s search with the coach’s own area, which can be taken away', async () => {
    const asked: (string | undefined)[] = [];
    const server = aServer(({ municipality }) => {
      asked.push(municipality);
      return aSearch([aCard(1)]);
    });
    const { user, router } = renderApp({ server, at: '/palvelut', session: sanna });

    expect(await screen.findByRole('heading', { name: '1 palvelu Kouvolassa' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Poista Kouvola' }));

    expect(await screen.findByRole('heading', { name: '1 palvelu' })).toBeVisible();
    expect(router.state.location.search).toBe('');
    expect(asked.at(-1)).toBeUndefined();
  });

  it('says what was left out when nothing met every condition', async () => {
    const server = aServer(() => aSearch([aCard(1)], { dropped: ['municipality', 'freeNow'] }));
    renderApp({ server, at: '/palvelut?municipality=286&freeNow=true' });

    expect(
      await screen.findByText(/lähimmät, kun haku jätti pois: kunta ja vapaa paikka nyt\./),
    ).toBeVisible();
  });

  it('explains an empty answer and keeps what was typed when the connection breaks', async () => {
    const server = aServer(() => aSearch([]));
    const { user } = renderApp({ server, at: '/palvelut?q=xyz' });

    expect(await screen.findByText('Näillä ehdoilla ei löytynyt palvelua')).toBeVisible();
    server.goDown();
    await user.type(screen.getByLabelText('Mihin tarvitset tukea?'), ' paja{Enter}');

    expect(
      await screen.findByText('Yhteys katkesi. Kirjoittamasi on tallessa. Yritä uudelleen.'),
    ).toBeVisible();
    server.goDown(false).on(catalogueRoutes.search, () => aSearch([aCard(3)]));
    await user.click(screen.getByRole('button', { name: 'Yritä uudelleen' }));
    expect(await screen.findByRole('link', { name: 'Palvelu 3' })).toBeVisible();
    expect(screen.getByLabelText('Mihin tarvitset tukea?')).toHaveValue('xyz paja');
  });

  it('walks the results with arrows and compares with Space', async () => {
    const { user } = renderApp({ server: aServer(), at: '/palvelut' });

    (await (await results()).findByRole('link', { name: 'Palvelu 1' })).focus();
    await user.keyboard(' {ArrowDown} ');
    await user.click(screen.getByRole('button', { name: 'Vertaa valittuja' }));

    const table = within(await screen.findByRole('table', { name: 'Vertaa palveluja' }));
    expect(table.getByRole('columnheader', { name: 'Palvelu 2' })).toBeVisible();
    expect(table.getByRole('rowheader', { name: 'Vapaat paikat' })).toBeVisible();
  });

  it('shows a client only the services, without filters, comparison or referring', async () => {
    const { user } = renderApp({ server: aServer(), at: '/palvelut?q=paja', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Näytä asiakkaalle' }));

    expect(await screen.findByRole('link', { name: 'Palvelu 1' })).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: 'Vertaa: Palvelu 1' })).not.toBeInTheDocument();
    expect(screen.queryByRole('complementary', { name: 'Rajaa' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Ohjaa palveluun: Palvelu 1/ })).not.toBeInTheDocument();
  });

  it('has nothing that axe finds', async () => {
    const { container } = renderApp({ server: aServer(), at: '/palvelut?freeNow=true' });
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    expect(await axe(container)).toHaveNoViolations();
  });
});
