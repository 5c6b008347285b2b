import { providerRoutes } from '@rinnalla/shared/account/provider-routes';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { kaisa } from '../../testing/sessions.js';

type Provider = NonNullable<ResponseOf<typeof providerRoutes.read>['provider']>;
const saved: Provider = {
  version: 2,
  issuer: 'https://tunnistus.example.org',
  clientId: 'rinnalla',
  secretName: 'kouvola',
  hasSecret: false,
  acrValues: ['http://eidas.europa.eu/LoA/substantial'],
  amrValues: [],
  enabled: true,
  redirectUri: 'https://rinnalla.example/kirjaudu/paluu',
};
const aServer = (provider: Provider | null) =>
  new FakeServer()
    .on(providerRoutes.read, () => ({ provider }))
    .on(providerRoutes.save, ({ body }) => ({
      provider: { ...saved, ...body, version: body.version + 1 } as Provider,
    }));
const open = (server: FakeServer, language: 'fi' | 'sv' | 'en' = 'fi') =>
  renderApp({ server, at: '/henkilot/kirjautumispalvelu', session: kaisa, language });
const sent = (server: FakeServer) => server.received.find(({ method }) => method === 'PUT')?.body;

describe('an organization’s own sign-in service', () => {
  it('is taken into use with what its keeper told; the secret itself is not asked for', async () => {
    const server = aServer(null);
    const { user, container } = open(server);
    await user.type(await screen.findByLabelText(/^Palvelun osoite/), 'https://tunnistus.example.org');
    await user.type(screen.getByLabelText(/client id/), 'rinnalla');
    await user.type(screen.getByLabelText(/^Salaisuuden nimi/), 'kouvola');
    await user.type(screen.getByLabelText(/acr/), 'tso-1{Enter}  {Enter}tso-2');
    await user.click(screen.getByRole('checkbox', { name: /Kirjautumispalvelu on käytössä/ }));
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect((await screen.findAllByText('Kirjautumispalvelun asetukset on tallennettu.'))[0]).toBeVisible();
    expect(sent(server)).toEqual({
      version: 0,
      issuer: 'https://tunnistus.example.org',
      clientId: 'rinnalla',
      secretName: 'kouvola',
      acrValues: ['tso-1', 'tso-2'],
      amrValues: [],
      enabled: true,
    });
  });

  it('says that the server lacks its secret, what to tell its keeper, and never asks for another issuer', async () => {
    open(aServer(saved));

    expect(await screen.findByText(/puuttuu salaisuus ”kouvola”/)).toBeVisible();
    expect(screen.getByText('Ei käytössä')).toBeVisible();
    expect(screen.getByText('https://rinnalla.example/kirjaudu/paluu')).toBeVisible();
    expect(screen.queryByLabelText(/^Palvelun osoite/)).toBeNull();
  });

  it('changed by another meanwhile keeps what was typed, and is saved over the newest when one says so', async () => {
    const server = aServer({ ...saved, hasSecret: true });
    server.on(providerRoutes.save, () => {
      server.on(providerRoutes.read, () => ({
        provider: { ...saved, hasSecret: true, clientId: 'toisen', version: saved.version + 1 },
      }));
      throw new Problem('changedMeanwhile');
    });
    const { user } = open(server);
    expect(await screen.findByText('Käytössä')).toBeVisible();
    const field = screen.getByLabelText(/^Rinnallan tunnus/);
    await user.clear(field);
    await user.type(field, 'minun');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect((await screen.findAllByText(/Joku muutti asetuksia sillä välin/))[0]).toBeVisible();
    expect(screen.getByLabelText(/^Rinnallan tunnus/)).toHaveValue('minun');
    server.on(providerRoutes.save, ({ body }) => ({
      provider: { ...saved, ...body, version: body.version + 1 } as Provider,
    }));
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));
    await waitFor(() =>
      expect(server.received.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({
        version: 3,
        clientId: 'minun',
      }),
    );
  });

  it('says that it could not be read', async () => {
    const server = aServer(null).on(providerRoutes.read, () => {
      throw new Problem('notAllowed');
    });
    open(server);

    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it.each([
    ['sv', 'Ta en egen inloggningstjänst i bruk'],
    ['en', 'Take your own sign-in service into use'],
  ] as const)('is told in %s', async (language, words) => {
    open(aServer(null), language);

    expect(await screen.findByRole('form', { name: words })).toBeVisible();
  });
});
