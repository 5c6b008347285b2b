import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { OwnServiceCardView } from '@rinnalla/shared/catalogue/service';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { kaisa, pekka } from '../../../testing/sessions.js';
import { anOwnCard, anOwnService } from '../catalogue-examples.js';

/** A server that keeps free places and their version as the real one does. */
const aServer = (service: OwnServiceCardView = anOwnCard()) => {
  const [offering] = service.offerings;
  if (!offering) throw new Error('a service with a group');
  let kept = offering;
  return new FakeServer()
    .on(ownServiceRoutes.list, ({ query }) => ({
      items: query?.status && query.status !== service.status ? [] : [{ ...service, offerings: [kept] }],
      next: null,
    }))
    .on(ownServiceRoutes.setFreePlaces, ({ body }) => {
      if (body.version !== kept.version) throw new Problem('changedMeanwhile');
      kept = { ...kept, freePlaces: body.freePlaces, version: kept.version + 1 };
      const [own] = anOwnService().offerings;
      if (!own) throw new Error('a group');
      return { ...own, ...kept };
    });
};

const at = '/palvelumme';
const group = () =>
  screen.findByRole('group', { name: 'Vapaat paikat: Puupaja Kaarna, KV-2027-01, alkaa ma 14.12.' });
const saves = (server: FakeServer) =>
  server.received.filter(({ method }) => method === 'PUT').map(({ body }) => body);

describe('our services', () => {
  it('saves a place more at once and takes it back by undo', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at, session: kaisa });

    await user.click(within(await group()).getByRole('button', { name: 'Yksi paikka lisää' }));
    expect((await screen.findAllByText('Vapaita paikkoja on nyt 4.'))[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Kumoa' }));

    await waitFor(() =>
      expect(saves(server)).toEqual([
        { freePlaces: 4, version: 1 },
        { freePlaces: 3, version: 2 },
      ]),
    );
  });

  it('saves quick presses one after another, never against its own version', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at, session: kaisa });

    const more = within(await group()).getByRole('button', { name: 'Yksi paikka lisää' });
    await user.tripleClick(more);

    await waitFor(() => expect(saves(server).at(-1)).toMatchObject({ freePlaces: 6 }));
    expect(await group()).toHaveTextContent('6 vapaata paikkaa');
    expect(screen.queryByText(/Muutostasi ei tallennettu/)).not.toBeInTheDocument();
  });

  it('shows the newest number when somebody else changed it first', async () => {
    const server = aServer().on(ownServiceRoutes.setFreePlaces, () => {
      throw new Problem('changedMeanwhile');
    });
    const { user } = renderApp({ server, at, session: kaisa });

    await user.click(within(await group()).getByRole('button', { name: 'Yksi paikka vähemmän' }));

    expect(await screen.findByText(/Muutostasi ei tallennettu\./)).toBeVisible();
    expect(await group()).toHaveTextContent('3 vapaata paikkaa');
  });

  it('asks to confirm places that are two weeks old, in one press', async () => {
    const [offering] = anOwnCard().offerings;
    if (!offering) throw new Error('a group');
    const server = aServer(
      anOwnCard({ offerings: [{ ...offering, placesUpdatedAt: '2026-11-10T09:00:00.000Z' }] }),
    );
    const { user } = renderApp({ server, at, session: kaisa });

    await user.click(await screen.findByRole('button', { name: /^Paikat yhä oikein/ }));

    await waitFor(() => expect(saves(server)).toEqual([{ freePlaces: 3, version: 1 }]));
  });

  it('confirms a service whose texts are old and thanks for it', async () => {
    const server = aServer(anOwnCard({ freshness: 'ageing', assuredAt: '2026-07-20T09:00:00.000Z' })).on(
      ownServiceRoutes.confirm,
      () => anOwnService({ version: 5 }),
    );
    const { user } = renderApp({ server, at, session: kaisa });

    expect(
      await screen.findByText(/vahvistettu viimeksi ma 20\.7\.2026\. Ovatko ne yhä oikein\?/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Yhä oikein: Puupaja Kaarna' }));

    expect((await screen.findAllByText('Kiitos. Puupaja Kaarna: tiedot vahvistettu.'))[0]).toBeVisible();
  });

  it('lets a worker read the places but not change them', async () => {
    renderApp({ server: aServer(), at, session: pekka });

    expect(await group()).toHaveTextContent('käytössä 5, luvattu 2, jonossa 0');
    expect(screen.queryByRole('button', { name: 'Yksi paikka lisää' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Uusi palvelu' })).not.toBeInTheDocument();
  });

  it('shows one state at a time and says when it is empty', async () => {
    const { user } = renderApp({ server: aServer(), at, session: kaisa });

    await screen.findByRole('link', { name: 'Puupaja Kaarna' });
    await user.click(screen.getByRole('button', { name: 'Luonnos' }));

    expect(await screen.findByText('Tässä tilassa ei ole palveluja')).toBeVisible();
  });

  it('asks who is not signed in to sign in first', async () => {
    renderApp({ server: aServer(), at });

    expect(await screen.findByRole('heading', { name: 'Kirjaudu sisään' })).toBeVisible();
  });

  it('has nothing that axe finds', async () => {
    const { container } = renderApp({ server: aServer(), at, session: kaisa });
    await screen.findByRole('link', { name: 'Puupaja Kaarna' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
