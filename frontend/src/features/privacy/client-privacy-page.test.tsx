import { type ClientRecordView, type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import { copyRoutes } from '@rinnalla/shared/privacy/copy-routes';
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

  describe('as a copy', () => {
    const conversationId = '00000000-0000-4000-8000-000000000051';
    const note = (seq: number, body: string) => ({
      conversationId,
      seq,
      body,
      call: null,
      caseNumber: 'KVL-2026-0142',
      at: '2026-11-23T08:00:00.000Z',
    });
    const withCopy = (notes = [note(1, 'Anna pelkää puhelinta.'), note(2, 'Kerttu soitti Annasta.')]) =>
      aServer()
        .on(copyRoutes.preview, () => ({
          notes,
          files: [
            {
              conversationId,
              attachmentId: '00000000-0000-4000-8000-000000000052',
              name: 'suunnitelma.pdf',
              caseNumber: 'KVL-2026-0142',
            },
          ],
        }))
        .on(copyRoutes.make, () => ({ fileName: 'x.pdf', mediaType: 'application/pdf', base64: '' }));
    const asked = (server: FakeServer) =>
      server.received.filter(({ path }) => path.includes('/copy?')).map(({ path }) => path);
    beforeAll(() => {
      URL.createObjectURL = () => 'blob:x';
      URL.revokeObjectURL = () => undefined;
    });

    it('gives all notes with it, and the files beside it', async () => {
      const server = withCopy();
      const { user, container } = open(server);
      await user.click(await screen.findByRole('button', { name: 'Käy läpi ja tee kopio' }));

      expect(await screen.findByRole('checkbox', { name: /Anna pelkää puhelinta/ })).toBeChecked();
      expect(screen.getByRole('link', { name: 'suunnitelma.pdf' })).toHaveAttribute(
        'href',
        `/api/conversations/${conversationId}/attachments/00000000-0000-4000-8000-000000000052`,
      );
      expect(await axe(container)).toHaveNoViolations();
      await user.click(screen.getByRole('button', { name: 'Lataa luettavana (PDF)' }));

      await screen.findAllByText(/Kopio on ladattu/);
      expect(asked(server)).toEqual([`/api/clients/${clientId}/copy?format=pdf&language=fi`]);
    });

    it('leaves a note out on a ground of law alone', async () => {
      const server = withCopy();
      const { user } = open(server);
      await user.click(await screen.findByRole('button', { name: 'Käy läpi ja tee kopio' }));
      await user.click(await screen.findByRole('checkbox', { name: /Kerttu soitti/ }));

      expect(screen.getByText('Valitse peruste ennen lataamista.')).toBeVisible();
      expect(screen.getByRole('button', { name: 'Lataa tiedostona (JSON)' })).toBeDisabled();
      await user.click(screen.getByRole('radio', { name: /jonkun muun oikeuksia/ }));
      await user.click(screen.getByRole('button', { name: 'Lataa tiedostona (JSON)' }));

      await screen.findAllByText(/Kopio on ladattu/);
      expect(asked(server)).toEqual([
        `/api/clients/${clientId}/copy?format=json&language=fi&withheld=${conversationId}.2&ground=othersRights`,
      ]);
    });

    it('says that there are no notes', async () => {
      const { user } = open(withCopy([]));
      await user.click(await screen.findByRole('button', { name: 'Käy läpi ja tee kopio' }));

      expect(await screen.findByText('Asiakkaasta ei ole sisäisiä muistiinpanoja.')).toBeVisible();
    });
  });

  it('has no fault that axe finds', async () => {
    const { container } = open(aServer());
    await screen.findByRole('table');

    await waitFor(async () => expect(await axe(container)).toHaveNoViolations());
  });
});
