import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { registerRoutes } from '@rinnalla/shared/client/register-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import {
  annaReferralId,
  annasGoal,
  aTakenStep,
  aView,
  companionServiceId,
} from '../../../testing/referrals.js';
import { renderApp } from '../../../testing/render-app.js';
import { salmenpaa, sanna } from '../../../testing/sessions.js';

const annaId = '00000000-0000-4000-8000-000000000034';
const anna: ClientView = {
  id: annaId,
  version: 1,
  firstName: 'Anna',
  surname: 'Virtanen',
  language: 'fi',
  birthYear: 1992,
  ageBand: '30–39',
  hasIdentityCode: false,
  goal: annasGoal,
  needs: ['home_visits'],
  planType: 'employment',
  nonDisclosure: false,
  nonDisclosureUntil: null,
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567', email: null, wishes: null },
  handler: { id: sanna.person?.id ?? '', name: 'Sanna Koskinen' },
};
const records = (recordPresent: boolean) => ({
  dataRegime: 'assignment' as const,
  recordNeeded: 'informing' as const,
  recordPresent,
  text: {
    id: '00000000-0000-4000-8000-0000000000e1',
    kind: 'informing' as const,
    version: 1,
    body: { fi: 'Kerromme palvelulle tavoitteesi.' },
  },
  legalBasis: null,
  consentUntilAtMost: '2027-11-24',
  recipient: { id: salmenpaa.id, name: salmenpaa.name },
  informedAt: recordPresent ? '2026-11-24T06:00:00.000Z' : null,
  consent: null,
});
const due = '2026-12-01T14:00:00.000Z';
const draft = aView({
  status: 'draft',
  side: 'sender',
  version: 1,
  clientId: annaId,
  turn: { of: 'sender', dueAt: null, late: false },
});

const aServer = ({ informed = true } = {}) => {
  let isInformed = informed;
  return new FakeServer()
    .on(clientRoutes.read, () => anna)
    .on(clientRoutes.disclosureRecords, () => records(isInformed))
    .on(clientRoutes.recordInforming, () => {
      isInformed = true;
      return records(true);
    })
    .on(catalogueRoutes.municipalities, () => ({ items: [] }))
    .on(referralRoutes.read, () => draft)
    .on(referralRoutes.preview, () => ({
      onSending: { firstName: 'Anna', ageBand: '30–39', municipality: '286' },
      onAcceptance: { firstName: 'Anna', surname: 'Virtanen', contact: anna.contact },
      answerDueAt: { K1: due, K2: due, K3: due, K4: due },
      openForMunicipality: true,
      duplicateOpen: false,
      mayCarryExtract: false,
    }))
    .on(referralRoutes.saveDraft, ({ body }) => ({ ...draft, goal: body.goal, version: body.version + 1 }))
    .on(referralRoutes.transition, ({ body }) =>
      aTakenStep({ status: 'sent', version: body.version + 1, dueAt: due }),
    );
};
const open = (server: FakeServer, language: 'fi' | 'sv' | 'en' = 'fi') =>
  renderApp({ server, at: `/ohjaa?luonnos=${annaReferralId}`, session: sanna, language });
const bodiesOf = (server: FakeServer, ending: string): unknown[] =>
  server.received
    .filter(({ path, method }) => method !== 'GET' && path.endsWith(ending))
    .map(({ body }) => body);

describe('referring a client', () => {
  it('shows the receiver’s card before and after acceptance: no surname or phone before', async () => {
    const { user } = open(aServer());

    const panel = await screen.findByRole('tabpanel');
    expect(panel).toHaveTextContent('Anna');
    expect(panel).not.toHaveTextContent('Virtanen');
    expect(panel).not.toHaveTextContent('040 123 4567');
    await user.click(screen.getByRole('tab', { name: 'Kun paikka on luvattu' }));
    expect(panel).toHaveTextContent('Anna Virtanen');
    expect(panel).toHaveTextContent('040 123 4567');
  });

  it('tells by when the answer comes and sends the draft that was saved last', async () => {
    const server = aServer();
    const { user } = open(server);

    expect(await screen.findByText('Vastaus tulee viimeistään ti 1.12. klo 16.00.')).toBeVisible();
    await user.type(screen.getByLabelText(/Taustaa palvelulle/), 'Haluaa lähteä liikkeelle aamuisin.');
    await user.click(screen.getByRole('button', { name: 'Lähetä' }));

    expect(
      (await screen.findAllByText('Ohjaus lähetetty. Vastaus tulee viimeistään ti 1.12. klo 16.00.'))[0],
    ).toBeVisible();
    expect(bodiesOf(server, `/referrals/${annaReferralId}`)).toMatchObject([
      {
        version: 1,
        goal: annasGoal,
        background: 'Haluaa lähteä liikkeelle aamuisin.',
        serviceId: companionServiceId,
      },
    ]);
    expect(bodiesOf(server, '/transitions')).toMatchObject([{ action: 'send', version: 2 }]);
  });

  describe('with an extract of the authority’s plan', () => {
    const withRegister = (planExtract: string | null) =>
      aServer()
        .on(referralRoutes.preview, () => ({
          onSending: { firstName: 'Anna' },
          onAcceptance: { firstName: 'Anna', surname: 'Virtanen', planExtract: null },
          answerDueAt: { K1: due, K2: due, K3: due, K4: due },
          openForMunicipality: true,
          duplicateOpen: false,
          mayCarryExtract: true,
        }))
        .on(registerRoutes.read, () => ({
          version: 1,
          reference: null,
          employmentStatus: null,
          planExtract,
          task: 'Suunnitelma',
          updatedAt: null,
        }));

    it('copies it, shows it in the card of the promise alone, and saves it', async () => {
      const server = withRegister('Työkokeilu keväällä.');
      const { user } = open(server);
      await user.click(await screen.findByRole('button', { name: 'Liitä ote suunnitelmasta' }));

      expect(await screen.findByLabelText(/^Ote suunnitelmasta/)).toHaveValue('Työkokeilu keväällä.');
      expect(screen.getByRole('tabpanel')).not.toHaveTextContent('Työkokeilu keväällä.');
      await user.click(screen.getByRole('tab', { name: 'Kun paikka on luvattu' }));
      expect(screen.getByRole('tabpanel')).toHaveTextContent('Työkokeilu keväällä.');
      await user.click(screen.getByRole('button', { name: 'Lähetä' }));
      await waitFor(() =>
        expect(bodiesOf(server, `/referrals/${annaReferralId}`).at(-1)).toMatchObject({
          planExtract: 'Työkokeilu keväällä.',
        }),
      );
    });

    it('takes it out again', async () => {
      const server = withRegister('Työkokeilu keväällä.');
      const { user } = open(server);
      await user.click(await screen.findByRole('button', { name: 'Liitä ote suunnitelmasta' }));
      await user.click(await screen.findByRole('button', { name: 'Jätä ote pois' }));
      await user.click(screen.getByRole('button', { name: 'Lähetä' }));

      await waitFor(() =>
        expect(bodiesOf(server, `/referrals/${annaReferralId}`).at(-1)).toMatchObject({ planExtract: null }),
      );
    });

    it('says that none has been written down, and where to', async () => {
      const { user } = open(withRegister(null));
      await user.click(await screen.findByRole('button', { name: 'Liitä ote suunnitelmasta' }));

      expect(await screen.findByRole('link', { name: 'Kirjaa ote asiakkaan tiedoissa' })).toHaveAttribute(
        'href',
        `/asiakkaat/${annaId}`,
      );
    });

    it('is not offered where none may go along', async () => {
      open(aServer());

      await screen.findByText('Vastaus tulee viimeistään ti 1.12. klo 16.00.');
      expect(screen.queryByRole('button', { name: 'Liitä ote suunnitelmasta' })).toBeNull();
    });
  });

  it('asks about contacts before it is sent only where the card says that they are secret', async () => {
    const server = aServer();
    const { user, unmount } = open(server);
    await user.type(await screen.findByLabelText(/Taustaa palvelulle/), 'Koti on Torikatu 12.');
    await screen.findByText('Vastaus tulee viimeistään ti 1.12. klo 16.00.');
    await user.click(screen.getByRole('button', { name: 'Lähetä' }));
    await waitFor(() => expect(bodiesOf(server, '/transitions')).toHaveLength(1));
    unmount();

    const secret = aServer().on(referralRoutes.preview, () => ({
      onSending: { ageBand: '30–39' },
      onAcceptance: { firstName: 'Anna', surname: 'Virtanen', nonDisclosure: true },
      answerDueAt: { K1: due, K2: due, K3: due, K4: due },
      openForMunicipality: true,
      duplicateOpen: false,
      mayCarryExtract: false,
    }));
    const { user: other } = open(secret);
    await other.type(await screen.findByLabelText(/Taustaa palvelulle/), 'Koti on Torikatu 12.');
    await screen.findByText('Vastaus tulee viimeistään ti 1.12. klo 16.00.');
    await other.click(screen.getByRole('button', { name: 'Lähetä' }));

    expect(await screen.findByRole('dialog', { name: 'Tarkista teksti' })).toHaveTextContent(
      'Asiakkaalla on turvakielto',
    );
    expect(bodiesOf(secret, '/transitions')).toEqual([]);
    await other.click(screen.getByRole('button', { name: 'Lähetä silti' }));
    await waitFor(() =>
      expect(bodiesOf(secret, '/transitions')).toMatchObject([
        { action: 'send', acknowledged: ['streetAddress'] },
      ]),
    );
  });

  it('saves the draft by itself after two quiet seconds', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.type(await screen.findByLabelText(/Taustaa palvelulle/), 'Aamut sopivat.');

    await waitFor(() => expect(bodiesOf(server, `/referrals/${annaReferralId}`)).toHaveLength(1));
    expect(await screen.findByText(/Luonnos tallennettu/)).toBeVisible();
  });

  it('does not send before the client has been told, leads to the place, and sends after it is recorded', async () => {
    const server = aServer({ informed: false });
    const { user } = open(server);
    await screen.findByText('Kerromme palvelulle tavoitteesi.');

    await user.click(screen.getByRole('button', { name: 'Lähetä' }));
    expect(await screen.findByRole('heading', { name: 'Yksi kohta kaipaa korjausta' })).toHaveFocus();
    expect(bodiesOf(server, '/transitions')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Kirjaa: kerroin asiakkaalle' }));
    await screen.findByText(/Asiakkaalle on kerrottu/);
    await user.click(screen.getByRole('button', { name: 'Lähetä' }));

    await waitFor(() => expect(bodiesOf(server, '/transitions')).toHaveLength(1));
  });

  it('asks why when it is to be at once', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.click(await screen.findByRole('radio', { name: /^Heti/ }));
    await user.click(screen.getByRole('button', { name: 'Lähetä' }));

    expect(await screen.findByRole('link', { name: 'Miksi heti: Täytä tämä kohta.' })).toBeVisible();
    expect(bodiesOf(server, '/transitions')).toEqual([]);
  });

  it('keeps everything when the service is refused, and says where it works', async () => {
    const server = aServer().on(referralRoutes.transition, () => {
      throw new Problem('unprocessable', {
        reason: 'serviceNotOpenForMunicipality',
        details: { areaFi: 'Etelä-Karjala' },
      });
    });
    const { user } = open(server);
    await screen.findByText(/Vastaus tulee viimeistään/);

    await user.click(screen.getByRole('button', { name: 'Lähetä' }));

    expect(
      await screen.findByText(
        /Palvelu ei toimi asiakkaan kotikunnassa\..*Palvelu toimii alueella Etelä-Karjala\./,
      ),
    ).toBeVisible();
    expect(screen.getByLabelText(/Asiakkaan tavoite/)).toHaveValue(annasGoal);
  });

  it('turns the screen to the client in plain words', async () => {
    const { user } = open(aServer());

    await user.click(await screen.findByRole('button', { name: 'Näytä asiakkaalle' }));

    expect(await screen.findByRole('heading', { name: 'Mitä sinusta kerrotaan' })).toBeVisible();
    expect(screen.getByText('Palvelu saa tietää vasta, kun sinulle on paikka')).toBeVisible();
  });

  it('begins from a new client’s own words, written once', async () => {
    const server = aServer()
      .on(clientRoutes.list, () => ({ items: [], next: null }))
      .on(clientRoutes.create, () => anna);
    const { user } = renderApp({ server, at: '/ohjaa', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Uusi asiakas' }));
    await user.type(await screen.findByLabelText('Etunimi'), 'Anna');
    await user.type(screen.getByLabelText(/^Sukunimi/), 'Virtanen');
    await user.type(screen.getByLabelText(/Asiakkaan tavoite/), annasGoal);
    await user.click(screen.getByRole('button', { name: 'Tallenna asiakas' }));
    expect(await screen.findByRole('link', { name: 'Puhelinnumero: Täytä tämä kohta.' })).toBeVisible();
    await user.type(screen.getByLabelText('Puhelinnumero'), '040 123 4567');
    await user.click(screen.getByRole('button', { name: 'Tallenna asiakas' }));

    expect(await screen.findByLabelText(/Asiakkaan tavoite/)).toHaveValue(annasGoal);
    expect(bodiesOf(server, '/clients')).toMatchObject([
      { firstName: 'Anna', homeMunicipality: '286', contact: { way: 'phone', phone: '040 123 4567' } },
    ]);
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { container, unmount } = open(aServer({ informed: false }), language);
      await screen.findByText('Kerromme palvelulle tavoitteesi.');
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
