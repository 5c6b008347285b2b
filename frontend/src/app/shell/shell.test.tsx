import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { act, screen, waitFor, within } from '@testing-library/react';
import { setConnection } from '../../platform/connection.js';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { anonymous, kaisa, sanna } from '../../testing/sessions.js';

const aServer = () =>
  new FakeServer()
    .on(catalogueRoutes.search, () => ({
      items: [],
      total: 0,
      next: null,
      understood: [],
      dropped: [],
      readAs: null,
    }))
    .on(catalogueRoutes.suggest, () => ({ items: [] }))
    .on(catalogueRoutes.municipalities, () => ({ items: [] }));

describe('the frame of every screen', () => {
  afterEach(() => act(() => setConnection({ online: true, waiting: 0 })));

  it('has at most five words in the rail of an association, its own services among them', async () => {
    renderApp({ server: aServer(), at: '/palvelut', session: kaisa });

    const rail = within(await screen.findByRole('navigation', { name: 'Päävalikko' }));
    expect(rail.getByRole('link', { name: 'Palvelumme' })).toBeVisible();
    expect(rail.getAllByRole('link').length).toBeLessThanOrEqual(5);
    expect(rail.getByRole('link', { name: 'Palvelut' })).toHaveAttribute('aria-current', 'page');
  });

  it('shows a coach no way to write services', async () => {
    renderApp({ server: aServer(), at: '/palvelut', session: sanna });

    await screen.findByRole('button', { name: 'Oma valikko: Sanna Koskinen' });
    expect(screen.queryByRole('link', { name: 'Palvelumme' })).not.toBeInTheDocument();
  });

  it('says plainly when it shows a demonstration', async () => {
    renderApp({ server: aServer(), at: '/palvelut', session: { ...anonymous, demonstration: true } });

    expect(await screen.findByText('Demonstraatio')).toBeVisible();
  });

  it('changes the language of the page and keeps it for who is signed in', async () => {
    const server = aServer().on(sessionRoutes.chooseLanguage, ({ body }) => body);
    const { user } = renderApp({ server, at: '/palvelut', session: sanna });

    await user.click(await screen.findByRole('button', { name: /Svenska/ }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Sök tjänster' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'sv');
    await waitFor(() => expect(server.received.map(({ body }) => body)).toContainEqual({ language: 'sv' }));
  });

  it('tells that there is no connection and how much waits for it', async () => {
    renderApp({ server: aServer(), at: '/palvelut' });
    await screen.findByRole('heading', { level: 1 });

    act(() => setConnection({ online: false, waiting: 2 }));

    expect(await screen.findByText('Ei yhteyttä – 2 muutosta odottaa lähetystä')).toBeVisible();
  });

  it('lists by ? what can be pressed here', async () => {
    const { user } = renderApp({ server: aServer(), at: '/palvelut' });
    await screen.findByRole('heading', { level: 1 });

    await user.keyboard('?');

    const dialog = within(await screen.findByRole('dialog', { name: 'Näppäinoikotiet' }));
    expect(dialog.getByText('Ctrl / ⌘ + K')).toBeVisible();
    expect(dialog.getByRole('checkbox', { name: 'Yhden näppäimen oikotiet käytössä' })).toBeChecked();
  });

  it('says that an address leads nowhere', async () => {
    renderApp({ server: aServer(), at: '/ei-ole' });

    expect(await screen.findByRole('heading', { name: 'Sivua ei löydy' })).toBeVisible();
  });
});
