import { type LogRowView, logRoutes } from '@rinnalla/shared/log/log-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { aSession, kouvola } from '../../testing/sessions.js';

const eero = aSession({
  givenName: 'Eero',
  surname: 'Salmela',
  role: 'dataProtectionOfficer',
  organization: kouvola,
});
const row: LogRowView = {
  id: '17',
  at: '2026-11-24T05:30:00.000Z',
  person: { id: '00000000-0000-4000-8000-0000000000c1', name: 'Sanna Koskinen' },
  role: 'coach',
  officeHolder: true,
  action: 'readReferral',
  objectType: 'referral',
  caseNumber: 'KVL-2026-0142',
  clientId: '00000000-0000-4000-8000-000000000029',
  purpose: null,
  result: 'done',
};
const refused: LogRowView = {
  ...row,
  id: '16',
  action: 'GET /clients/:clientId',
  result: 'refused',
  caseNumber: null,
};

const aServer = () =>
  new FakeServer()
    .on(organizationRoutes.people, () => ({ items: [], next: null }))
    .on(logRoutes.search, ({ body }) =>
      body.after
        ? { items: [{ ...refused, id: '15' }], next: null }
        : { items: [row, refused], next: 'next' },
    );
const bodies = (server: FakeServer) =>
  server.received.filter(({ path }) => path.endsWith('/log/search')).map(({ body }) => body);

describe('the data protection officer’s log', () => {
  it('says who did what when in which case, and what was refused', async () => {
    renderApp({ server: aServer(), at: '/loki', session: eero });

    expect(
      await screen.findByRole('row', {
        name: /Sanna Koskinen, omavalmentaja, virkasuhde Avasi asian KVL-2026-0142/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /GET \/clients\/:clientId Estetty/ })).toBeVisible();
  });

  it('is searched by a case’s number, and what is left empty is not asked for', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at: '/loki', session: eero });

    await user.type(await screen.findByLabelText(/Asian numero/), 'kvl-2026-0142');
    await user.click(screen.getByRole('button', { name: 'Hae' }));

    await waitFor(() =>
      expect(bodies(server).at(-1)).toEqual({ caseNumber: 'KVL-2026-0142', after: null, limit: 50 }),
    );
  });

  it('shows the next page below, and the rows of the same client when asked', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at: '/loki', session: eero });

    await user.click(await screen.findByRole('button', { name: 'Näytä lisää' }));
    expect(await screen.findAllByRole('row', { name: /Estetty/ })).toHaveLength(2);
    await user.click(screen.getAllByRole('button', { name: /Saman asiakkaan tapahtumat/ })[0] as HTMLElement);

    await waitFor(() => expect(bodies(server).at(-1)).toMatchObject({ clientId: row.clientId }));
  });

  it('has no fault that axe finds', async () => {
    const { container } = renderApp({ server: aServer(), at: '/loki', session: eero });
    await screen.findByRole('table');

    await waitFor(async () => expect(await axe(container)).toHaveNoViolations());
  });
});
