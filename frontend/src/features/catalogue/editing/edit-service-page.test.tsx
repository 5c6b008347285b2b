import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { kaisa } from '../../../testing/sessions.js';
import {
  anOwnService,
  aSearch,
  kouvolaMunicipality,
  serviceIdOf,
  writtenContent,
} from '../catalogue-examples.js';

const aServer = () =>
  new FakeServer()
    .on(catalogueRoutes.municipalities, () => ({ items: [kouvolaMunicipality] }))
    .on(catalogueRoutes.search, () => aSearch([]))
    .on(catalogueRoutes.suggest, () => ({ items: [] }))
    .on(ownServiceRoutes.list, () => ({ items: [], next: null }))
    .on(ownServiceRoutes.editing, () => anOwnService());

const at = `/palvelumme/${serviceIdOf(1)}`;
const summaryField = () => screen.findByLabelText('Tiivistelmä');
const writes = (server: FakeServer, method: string) =>
  server.received.filter((request) => request.method === method);

describe('writing a service', () => {
  it('shows the service beside the form as it is being written', async () => {
    const { user } = renderApp({ server: aServer(), at, session: kaisa });

    await user.type(await summaryField(), ' Lounas kuuluu päivään.');

    const preview = within(screen.getByRole('complementary', { name: 'Esikatselu ja tarkistus' }));
    expect(await preview.findByText(/ryhmässä\. Lounas kuuluu päivään\./)).toBeVisible();
  });

  it('saves the whole content against the version that was read', async () => {
    const server = aServer().on(ownServiceRoutes.save, ({ body }) =>
      anOwnService({ version: 5, content: { ...writtenContent(), summary: body.content.summary } }),
    );
    const { user } = renderApp({ server, at, session: kaisa });

    await user.clear(await summaryField());
    await user.type(screen.getByLabelText('Tiivistelmä'), 'Uusi tiivistelmä.');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect((await screen.findAllByText('Palvelu tallennettu.'))[0]).toBeVisible();
    expect(writes(server, 'PUT')[0]?.body).toEqual({
      version: 4,
      content: { ...writtenContent(), summary: { fi: 'Uusi tiivistelmä.' } },
    });
  });

  it('leads from the summary of refusals to a field in another step, keeping what was typed', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at, session: kaisa });

    await user.click(await screen.findByRole('button', { name: /5\. Yhteys/ }));
    const contact = within(screen.getByRole('group', { name: 'Yhteyshenkilö' }));
    const phone = contact.getByLabelText('Puhelin');
    await user.clear(phone);
    await user.type(phone, 'numero');
    await user.click(screen.getByRole('button', { name: /1\. Mitä/ }));
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect(await screen.findByRole('heading', { name: 'Yksi kohta kaipaa korjausta' })).toHaveFocus();
    await user.click(screen.getByRole('link', { name: /^Puhelin: Kirjoita puhelinnumero/ }));
    expect(phone).toBeVisible();
    expect(phone).toHaveFocus();
    expect(phone).toHaveValue('numero');
    expect(writes(server, 'PUT')).toEqual([]);
  });

  it('does not publish a draft that the check finds lacking, and leads to what is missing', async () => {
    const server = aServer().on(ownServiceRoutes.editing, () =>
      anOwnService({
        status: 'draft',
        actions: ['publish', 'archive'],
        content: { ...writtenContent(), targetGroups: [] },
      }),
    );
    const { user } = renderApp({ server, at, session: kaisa });

    await user.click(await screen.findByRole('button', { name: 'Julkaise' }));
    expect(screen.getByText('Palvelua ei voi vielä julkaista. Korjaa listan kohdat.')).toBeVisible();
    expect(writes(server, 'POST')).toEqual([]);

    await user.click(screen.getByRole('button', { name: /Valitse, kenelle palvelu on/ }));
    const group = await screen.findByRole('group', { name: 'Kenelle palvelu on' });
    await waitFor(() => expect(within(group).getAllByRole('checkbox')[0]).toHaveFocus());
  });

  it('saves first and then publishes when there is unsaved text', async () => {
    const draft = anOwnService({ status: 'draft', actions: ['publish', 'archive'] });
    const server = aServer()
      .on(ownServiceRoutes.editing, () => draft)
      .on(ownServiceRoutes.save, () => ({ ...draft, version: 5 }))
      .on(ownServiceRoutes.publish, () => anOwnService({ version: 6 }));
    const { user } = renderApp({ server, at, session: kaisa });

    await user.type(await summaryField(), ' Tervetuloa.');
    await user.click(screen.getByRole('button', { name: 'Julkaise' }));

    expect((await screen.findAllByText('Palvelu on julkaistu. Se löytyy nyt haulla.'))[0]).toBeVisible();
    expect(writes(server, 'POST')[0]?.body).toEqual({ version: 5 });
  });

  it('keeps what was typed when somebody else saved first, shows theirs, and then saves knowingly', async () => {
    const theirs = anOwnService({
      version: 7,
      content: { ...writtenContent(), title: { fi: 'Outin nimi' } },
    });
    const server = aServer().on(ownServiceRoutes.save, () => {
      throw new Problem('changedMeanwhile');
    });
    const { user } = renderApp({ server, at, session: kaisa });

    await user.type(await summaryField(), ' Oma lisäys.');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));
    expect(await screen.findByRole('heading', { name: 'Toinen ehti ensin' })).toHaveFocus();
    expect(screen.getByLabelText('Tiivistelmä')).toHaveValue(
      'Opit puutöitä rauhallisessa ryhmässä. Oma lisäys.',
    );

    server
      .on(ownServiceRoutes.editing, () => theirs)
      .on(ownServiceRoutes.save, () => ({ ...theirs, version: 8 }));
    await user.click(screen.getByRole('button', { name: 'Näytä uusin tieto' }));
    expect(await screen.findByText('Outin nimi')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    await waitFor(() => expect(writes(server, 'PUT')).toHaveLength(2));
    expect(writes(server, 'PUT')[1]?.body).toMatchObject({
      version: 7,
      content: { title: { fi: 'Puupaja Kaarna' } },
    });
  });

  it('asks before unsaved text would be lost', async () => {
    const { user, router } = renderApp({ server: aServer(), at, session: kaisa });

    await user.type(await summaryField(), ' Kesken');
    await user.click(screen.getByRole('link', { name: 'Palvelut' }));

    const dialog = within(await screen.findByRole('dialog', { name: 'Muutoksia ei ole tallennettu' }));
    await user.click(dialog.getByRole('button', { name: 'Jatka muokkausta' }));
    expect(router.state.location.pathname).toBe(at);
    expect(await summaryField()).toHaveValue('Opit puutöitä rauhallisessa ryhmässä. Kesken');
  });

  it('writes each language apart', async () => {
    const server = aServer().on(ownServiceRoutes.save, () => anOwnService({ version: 5 }));
    const { user } = renderApp({ server, at, session: kaisa });

    await summaryField();
    await user.click(
      within(screen.getByRole('group', { name: 'Kirjoituskieli' })).getByRole('button', { name: 'Svenska' }),
    );
    await user.type(screen.getByLabelText('Tiivistelmä (svenska)'), 'På svenska.');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    await waitFor(() =>
      expect(writes(server, 'PUT')[0]?.body).toMatchObject({
        content: { summary: { fi: 'Opit puutöitä rauhallisessa ryhmässä.', sv: 'På svenska.' } },
      }),
    );
  });

  it('has nothing that axe finds', async () => {
    const { container } = renderApp({ server: aServer(), at, session: kaisa });

    await summaryField();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('a new service', () => {
  it('is created by the first save and goes on under its own address', async () => {
    const server = aServer().on(ownServiceRoutes.create, ({ body }) =>
      anOwnService({
        status: 'draft',
        version: 1,
        content: { ...writtenContent(), title: body.content.title },
      }),
    );
    const { user, router } = renderApp({ server, at: '/palvelumme/uusi', session: kaisa });

    await user.type(await screen.findByLabelText('Nimi'), 'Puupaja');
    await user.click(screen.getByRole('button', { name: 'Tallenna luonnos' }));

    await waitFor(() => expect(router.state.location.pathname).toBe(at));
    expect(writes(server, 'POST')[0]?.body).toMatchObject({
      content: { title: { fi: 'Puupaja' }, contact: null },
    });
    expect(writes(server, 'POST')[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });
});
