import { type ClientRecordView, type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { sanna } from '../../testing/sessions.js';

const clientId = '00000000-0000-4000-8000-000000000029';
const serviceId = '00000000-0000-4000-8000-000000000031';
const anna: ClientView = {
  id: clientId,
  version: 1,
  firstName: 'Anna',
  surname: 'Virtanen',
  language: 'fi',
  birthYear: 1992,
  ageBand: '30–39',
  hasIdentityCode: false,
  goal: 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
  needs: [],
  planType: 'none',
  nonDisclosure: false,
  nonDisclosureUntil: null,
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567', email: null, wishes: null },
  handler: { id: sanna.person?.id ?? '', name: 'Sanna Koskinen' },
};
const consent: ClientRecordView = {
  kind: 'consent',
  id: '00000000-0000-4000-8000-000000000041',
  serviceId,
  serviceTitle: { fi: 'Ensiaskel kotoa' },
  recipient: { fi: 'Salmenpään Rinnallakulkijat ry' },
  recordedAt: '2026-11-20T08:00:00.000Z',
  basis: null,
  textVersion: 1,
  language: 'easyFi',
  way: 'in_person',
  validUntil: '2027-11-20',
  withdrawnAt: null,
  inForce: true,
};
const basis: ClientRecordView = {
  ...consent,
  kind: 'legalBasis',
  id: '00000000-0000-4000-8000-000000000042',
  basis: 'consent',
  textVersion: null,
  language: null,
  way: null,
  validUntil: null,
  inForce: false,
};

const aServer = () =>
  new FakeServer()
    .on(clientRoutes.read, () => anna)
    .on(clientRoutes.records, () => ({ items: [consent, basis] }))
    .on(logRoutes.looks, () => ({
      items: [
        {
          day: '2026-11-24',
          organization: { fi: 'Salmenpään Rinnallakulkijat ry' },
          role: 'providerWorker',
          purpose: 'service',
          firstAt: '2026-11-24T06:00:00.000Z',
          lastAt: '2026-11-24T07:30:00.000Z',
          times: 3,
        } as const,
      ],
    }));
const open = (server: FakeServer) =>
  renderApp({ server, at: `/asiakkaat/${clientId}/tietosuoja`, session: sanna });

describe('what a client may know of their own data', () => {
  it('shows the legal basis and the consent as two things, with the words that were used', async () => {
    open(aServer());

    expect(await screen.findByText('Peruste: Asiakkaan suostumus')).toBeVisible();
    expect(screen.getByText('Asiakkaan suostumus')).toBeVisible();
    expect(screen.getByText(/Teksti 1, selkokielellä, kasvokkain/)).toBeVisible();
  });

  it('tells what follows before a consent is withdrawn, and withdraws nothing when it is kept', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.click(
      await screen.findByRole('button', { name: 'Peru suostumus: Salmenpään Rinnallakulkijat ry' }),
    );
    const dialog = within(screen.getByRole('dialog', { name: 'Perutaanko suostumus?' }));
    expect(dialog.getByText('Odottava ohjaus perutaan ja luvattu paikka vapautuu heti.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Pidä voimassa' }));

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(server.received.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('shows who looked, by organization, work and purpose', async () => {
    open(aServer());

    const table = within(await screen.findByRole('table', { name: 'Kuka on katsonut asiakkaan tietoja' }));
    expect(
      table.getByRole('row', { name: /Salmenpään Rinnallakulkijat ry Ohjaaja Palvelun järjestäminen 3/ }),
    ).toBeVisible();
    expect(table.getByText('8.00–9.30')).toBeVisible();
  });

  it('has no fault that axe finds', async () => {
    const { container } = open(aServer());
    await screen.findByRole('table');

    await waitFor(async () => expect(await axe(container)).toHaveNoViolations());
  });
});
