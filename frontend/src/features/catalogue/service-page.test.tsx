import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { kaisa, sanna } from '../../testing/sessions.js';
import { aCard, anOffering, aPublicService, kouvolaMunicipality, serviceIdOf } from './catalogue-examples.js';

const aServer = (change: Partial<PublicServiceView> = {}) =>
  new FakeServer()
    .on(catalogueRoutes.service, () => aPublicService(change))
    .on(catalogueRoutes.similar, () => ({ items: [aCard(9)] }))
    .on(catalogueRoutes.municipalities, () => ({ items: [kouvolaMunicipality] }));

const at = `/palvelut/${serviceIdOf(1)}`;
const places = async () => within(await screen.findByRole('complementary', { name: 'Paikat' }));

describe('the page of a service', () => {
  it('begins with what, for whom, when and how', async () => {
    renderApp({ server: aServer({ ageMin: 18, ageMax: 29 }), at });

    expect(await screen.findByRole('heading', { level: 1, name: 'Puupaja Kaarna' })).toBeVisible();
    const essentials = screen.getByRole('region', { name: 'Tärkein ensin' });
    expect(essentials).toHaveTextContent('Työpaja');
    expect(essentials).toHaveTextContent('Pitkään työttömänä olleet');
    expect(essentials).toHaveTextContent('18–29-vuotiaille');
    expect(essentials).toHaveTextContent('Seuraava aloitus ma 14.12.');
    expect(essentials).toHaveTextContent('Sovi omavalmentajasi kanssa.');
  });

  it('never writes an address that is told only once a place is promised', async () => {
    const location = {
      municipality: '286',
      address: null,
      entranceNote: {},
      latitude: null,
      longitude: null,
      addressVisibility: 'on_acceptance' as const,
    };
    renderApp({ server: aServer({ offerings: [anOffering({ location })] }), at });

    expect((await places()).getByText('Osoite kerrotaan, kun paikka on luvattu.')).toBeVisible();
    expect(await (await places()).findByText('Kouvola')).toBeVisible();
  });

  it('tells when there are places again if no group is open', async () => {
    renderApp({ server: aServer({ offerings: [], noPlacesUntil: '2027-01-11' }), at });

    expect(
      (await places()).getByText('Ei paikkoja nyt. Tilanne katsotaan uudelleen ma 11.1.2027.'),
    ).toBeVisible();
  });

  it('says in whose register the client will be', async () => {
    renderApp({ server: aServer({ dataRegime: 'own' }), at });

    expect(await screen.findByText(/Tietojasi annetaan sille vain, jos annat suostumuksesi\./)).toBeVisible();
  });

  it('tells that the translation is missing and marks the language of the text', async () => {
    renderApp({ server: aServer(), at, language: 'sv' });

    expect(await screen.findByText('Översättning saknas – visas på finska.')).toBeVisible();
    expect(screen.getByText(/Puupajalla korjataan/)).toHaveAttribute('lang', 'fi');
  });

  it('leads to editing only those who may edit, and to referring only those who may refer', async () => {
    const { unmount } = renderApp({
      server: aServer({ actions: { mayRefer: false, mayEdit: true } }),
      at,
      session: kaisa,
    });
    expect(await screen.findByRole('link', { name: 'Muokkaa palvelua' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Ohjaa palveluun' })).not.toBeInTheDocument();
    unmount();

    renderApp({ server: aServer({ actions: { mayRefer: true, mayEdit: false } }), at, session: sanna });
    expect(await screen.findByRole('heading', { name: 'Puupaja Kaarna' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Muokkaa palvelua' })).not.toBeInTheDocument();
  });

  it('says that a service cannot be found', async () => {
    renderApp({ server: new FakeServer(), at });

    expect(await screen.findByRole('heading', { name: 'Palvelua ei löydy' })).toBeVisible();
  });

  it('has nothing that axe finds', async () => {
    const { container } = renderApp({ server: aServer(), at });
    await waitFor(() => expect(screen.getByRole('link', { name: /9$/ })).toBeVisible());
    expect(await axe(container)).toHaveNoViolations();
  });
});
