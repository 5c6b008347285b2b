import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { registerRoutes, type RegisterView } from '@rinnalla/shared/client/register-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { sanna } from '../../testing/sessions.js';

const anna: ClientView = {
  id: '00000000-0000-4000-8000-000000000034',
  version: 1,
  firstName: 'Anna',
  surname: 'Virtanen',
  language: 'fi',
  birthYear: 1992,
  ageBand: '30–39',
  hasIdentityCode: false,
  goal: 'Haluaisin ulos.',
  needs: [],
  planType: 'employment',
  nonDisclosure: false,
  nonDisclosureUntil: null,
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567', email: null, wishes: null },
  handler: { id: sanna.person?.id ?? '', name: 'Sanna Koskinen' },
};
const nothing: RegisterView = {
  version: 0,
  reference: null,
  employmentStatus: null,
  planExtract: null,
  task: null,
  updatedAt: null,
};
const kept: RegisterView = {
  version: 1,
  reference: 'A-1',
  employmentStatus: 'unemployed',
  planExtract: 'Työkokeilu keväällä.',
  task: 'Suunnitelman laatiminen',
  updatedAt: '2026-11-23T08:00:00.000Z',
};
const aServer = (register = nothing) =>
  new FakeServer()
    .on(clientRoutes.read, () => anna)
    .on(catalogueRoutes.municipalities, () => ({ items: [] }))
    .on(registerRoutes.read, () => register)
    .on(registerRoutes.save, ({ body }) => ({ ...kept, ...body, version: body.version + 1 }) as RegisterView);
const open = (server: FakeServer, session = sanna) =>
  renderApp({ server, at: `/asiakkaat/${anna.id}`, session });
const asked = (server: FakeServer, method: string) =>
  server.received.filter((one) => one.method === method && one.path.endsWith('/register'));
const unofficial = { ...sanna, acting: sanna.acting && { ...sanna.acting, officeHolder: false } };

describe('what the authority’s register says of a client', () => {
  it('is read only when it is asked for, since each reading is logged', async () => {
    const server = aServer(kept);
    const { user, container } = open(server);
    const show = await screen.findByRole('button', { name: 'Näytä rekisterin tiedot' });
    const before = asked(server, 'GET').length;
    await user.click(show);

    expect(await screen.findByLabelText(/^Ote suunnitelmasta/)).toHaveValue('Työkokeilu keväällä.');
    expect(screen.getByText(/Kirjattu tehtävään: Suunnitelman laatiminen/)).toBeVisible();
    expect([before, asked(server, 'GET').length]).toEqual([0, 1]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is saved from the version that was read', async () => {
    const server = aServer();
    const { user } = open(server);
    await user.click(await screen.findByRole('button', { name: 'Näytä rekisterin tiedot' }));
    expect(await screen.findByText('Rekisteristä ei ole vielä kirjattu mitään.')).toBeVisible();
    await user.selectOptions(screen.getByLabelText(/^Työllisyyskoodi/), 'Työtön');
    await user.type(screen.getByLabelText(/^Ote suunnitelmasta/), 'Tuki arkeen.');
    await user.click(screen.getByRole('button', { name: 'Tallenna rekisterin tiedot' }));

    await screen.findAllByText('Rekisterin tiedot on tallennettu.');
    expect(asked(server, 'PUT').map(({ body }) => body)).toEqual([
      { version: 0, reference: null, employmentStatus: 'unemployed', planExtract: 'Tuki arkeen.' },
    ]);
  });

  it('changed by another meanwhile keeps what was typed, and is saved over the newest when one says so', async () => {
    const server = aServer(kept);
    server.on(registerRoutes.save, ({ body }) => {
      if (body.version === 1) {
        server.on(registerRoutes.read, () => ({ ...kept, planExtract: 'Toisen.', version: 2 }));
        throw new Problem('changedMeanwhile');
      }
      return { ...kept, ...body, version: body.version + 1 } as RegisterView;
    });
    const { user } = open(server);
    await user.click(await screen.findByRole('button', { name: 'Näytä rekisterin tiedot' }));
    const field = await screen.findByLabelText(/^Ote suunnitelmasta/);
    await user.clear(field);
    await user.type(field, 'Minun.');
    await user.click(screen.getByRole('button', { name: 'Tallenna rekisterin tiedot' }));

    expect(await screen.findByText(/Joku muutti tietoja sillä välin/)).toBeVisible();
    expect(screen.getByLabelText(/^Ote suunnitelmasta/)).toHaveValue('Minun.');
    await user.click(screen.getByRole('button', { name: 'Tallenna rekisterin tiedot' }));
    await waitFor(() => expect(asked(server, 'PUT')).toHaveLength(2));
    expect(asked(server, 'PUT')[1]?.body).toMatchObject({ version: 2, planExtract: 'Minun.' });
  });

  it('is not there for who holds no virkasuhde', async () => {
    const server = aServer(kept);
    open(server, unofficial);

    await screen.findByLabelText('Etunimi');
    expect(screen.queryByText('Viranomaisen rekisterin tiedot')).toBeNull();
    expect(asked(server, 'GET')).toEqual([]);
  });
});
