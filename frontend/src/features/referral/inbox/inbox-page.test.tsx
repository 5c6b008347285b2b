import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { TakenStep } from '@rinnalla/shared/referral/referral';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { pekka } from '../../../testing/sessions.js';
import {
  aLiveWire,
  annaReferralId,
  aRow,
  aTakenStep,
  aView,
  offeringId,
} from '../../../testing/referrals.js';

const jariId = '00000000-0000-4000-8000-000000000143';
const jari = {
  id: jariId,
  caseNumber: 'KVL-2026-0143',
  firstName: 'Jari',
  goal: 'Haluan tehdä käsilläni taas jotain.',
};

const aServer = (rows = [aRow(), aRow(jari)]) =>
  new FakeServer()
    .on(referralRoutes.list, () => ({ items: rows, next: null }))
    .on(referralRoutes.read, ({ params }) => aView(rows.find(({ id }) => id === params.referralId)))
    .on(referralRoutes.proposals, () => ({ items: [] }))
    .on(catalogueRoutes.municipalities, () => ({ items: [] }));

/** Room for the list and what is open of it side by side. */
const onAWideScreen = (): void => {
  const nothing = () => undefined;
  const wide = { matches: true, addEventListener: nothing, removeEventListener: nothing };
  jest.spyOn(window, 'matchMedia').mockReturnValue(wide as unknown as MediaQueryList);
};
afterEach(() => jest.restoreAllMocks());

const open = (server: FakeServer, id = annaReferralId) =>
  renderApp({ server, at: `/saapuneet?asia=${id}`, session: pekka });

const answeredWith = (given: Partial<TakenStep>) => (): TakenStep => aTakenStep(given);
const transitions = (server: FakeServer): unknown[] =>
  server.received.filter(({ path }) => path.endsWith('/transitions')).map(({ body }) => body);

describe('answering requests', () => {
  it('lists requests with the goal in the client’s words and the deadline as a date', async () => {
    renderApp({ server: aServer(), at: '/saapuneet', session: pekka });

    const list = await screen.findByRole('list', { name: 'Vastausta odottavat pyynnöt' });

    expect(within(list).getByText('Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.')).toBeVisible();
    expect(within(list).getAllByText('Viimeistään ti 1.12. klo 16.00')).toHaveLength(2);
  });

  it('promises a place with a first meeting told in Finnish time, and opens the next request', async () => {
    const server = aServer().on(
      referralRoutes.transition,
      answeredWith({ status: 'accepted', firstMeetingAt: '2026-11-26T11:00:00.000Z' }),
    );
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Otetaan vastaan' }));
    await user.type(await screen.findByLabelText('Ensitapaamisen päivä'), '26.11.2026');
    await user.type(screen.getByLabelText(/^Kellonaika/), '13');
    await user.click(screen.getByRole('button', { name: 'Lupaa paikka' }));

    expect(await screen.findByText('Haluan tehdä käsilläni taas jotain.')).toBeVisible();
    expect(screen.getAllByText('Paikka on luvattu. Ensitapaaminen to 26.11. klo 13.00.')[0]).toBeVisible();
    expect(transitions(server)).toEqual([
      { action: 'accept', version: 2, offeringId, note: null, firstMeetingAt: '2026-11-26T11:00:00.000Z' },
    ]);
  });

  it('takes an answer back from the toast', async () => {
    const server = aServer().on(referralRoutes.transition, ({ body }) =>
      body.action === 'undo' ? aTakenStep({ version: 4 }) : aTakenStep({ status: 'waitlisted' }),
    );
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Jonoon' }));
    await user.click(screen.getByRole('button', { name: 'Ota jonoon' }));
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));

    await waitFor(() => expect(transitions(server)).toContainEqual({ action: 'undo', version: 3 }));
    expect((await screen.findAllByText('Vastaus on kumottu.'))[0]).toBeVisible();
  });

  it('asks for a suggestion where the reason asks for one, at its field', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Ei voida ottaa' }));
    await user.selectOptions(screen.getByLabelText('Miksi paikkaa ei voida antaa'), 'target_group');
    await user.click(screen.getByRole('button', { name: 'Lähetä vastaus' }));

    expect(await screen.findByRole('heading', { name: 'Yksi kohta kaipaa korjausta' })).toHaveFocus();
    const atField = within(screen.getByRole('group', { name: 'Ehdota parempaa vaihtoehtoa' }));
    expect(atField.getByText('Ehdota toista palvelua tai pyydä soittoa.')).toBeVisible();
    expect(transitions(server)).toEqual([]);
    await user.click(screen.getByLabelText('Pyydän lähettäjää soittamaan'));
    await user.click(screen.getByRole('button', { name: 'Lähetä vastaus' }));
    expect(transitions(server)).toEqual([
      {
        action: 'decline',
        version: 2,
        reason: 'target_group',
        note: '',
        suggestedServiceId: null,
        callRequested: true,
      },
    ]);
  });

  it('tells who was first and what they did, and keeps the text', async () => {
    const server = aServer().on(referralRoutes.transition, () => {
      throw new Problem('changedMeanwhile', {
        details: {
          actorName: 'Outi Berg',
          at: '2026-11-24T07:42:00.000Z',
          action: 'waitlist',
          status: 'waitlisted',
          version: 3,
        },
      });
    });
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Ei voida ottaa' }));
    await user.selectOptions(screen.getByLabelText('Miksi paikkaa ei voida antaa'), 'full');
    await user.type(screen.getByLabelText(/Lause lähettäjälle/), 'Kysyn tammikuun ryhmästä.');
    await user.click(screen.getByRole('button', { name: 'Lähetä vastaus' }));

    expect(
      await screen.findByText(
        /Outi Berg ehti vastata tähän ensin \(klo 9\.42: asiakas otettiin jonoon\)\. Valintaasi ei tallennettu\./,
      ),
    ).toBeVisible();
    expect(screen.getByLabelText(/Lause lähettäjälle/)).toHaveValue('Kysyn tammikuun ryhmästä.');
  });

  it('keeps the text when the connection breaks and sends the same act once more with the same key', async () => {
    const server = aServer().on(referralRoutes.transition, answeredWith({ status: 'waitlisted' }));
    const { user } = open(server);
    await user.click(await screen.findByRole('button', { name: 'Jonoon' }));

    server.goDown();
    await user.click(screen.getByRole('button', { name: 'Ota jonoon' }));
    expect(
      await screen.findByText('Yhteys katkesi. Kirjoittamasi on tallessa. Yritä uudelleen.'),
    ).toBeVisible();
    server.goDown(false);
    await user.click(screen.getByRole('button', { name: 'Ota jonoon' }));

    await waitFor(() => expect(screen.queryByRole('button', { name: 'Ota jonoon' })).not.toBeInTheDocument());
    const keys = server.received
      .filter(({ path }) => path.endsWith('/transitions'))
      .map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('tells that a request has been opened', async () => {
    const server = aServer()
      .on(referralRoutes.read, () => aView({ actions: ['acknowledge', 'accept'] }))
      .on(referralRoutes.transition, answeredWith({ status: 'acknowledged' }));
    open(server);

    await waitFor(() => expect(transitions(server)).toEqual([{ action: 'acknowledge', version: 2 }]));
  });

  it('goes by keys while focus is in the list, and never while one writes', async () => {
    onAWideScreen();
    const { user } = renderApp({ server: aServer(), at: '/saapuneet', session: pekka });
    await screen.findByRole('button', { name: 'Otetaan vastaan' });
    screen.getByRole('link', { name: /Haluaisin päästä ulos/ }).focus();

    await user.keyboard('j');
    await waitFor(() => expect(screen.getByRole('link', { name: /Haluan tehdä käsilläni/ })).toHaveFocus());
    await user.keyboard('q');
    const note = await screen.findByLabelText(/Lisää lause/);
    await user.type(note, 'ojo');

    expect(note).toHaveValue('ojo');
    expect(screen.getByRole('button', { name: 'Ota jonoon' })).toBeVisible();
  });

  it('keeps what is being written when a colleague’s answer takes the request off the list', async () => {
    onAWideScreen();
    const rows = [aRow(), aRow(jari)];
    const server = aServer(rows);
    const wire = aLiveWire();
    const { user } = renderApp({ server, at: '/saapuneet', session: pekka, wire });
    await user.click(await screen.findByRole('button', { name: 'Jonoon' }));
    await user.type(await screen.findByLabelText(/Lisää lause/), 'Kirjoitettu teksti.');

    server
      .on(referralRoutes.list, () => ({ items: [aRow(jari)], next: null }))
      .on(referralRoutes.read, () => aView({ status: 'waitlisted', version: 3, actions: [] }));
    act(() => wire.tell('referralChanged', { referralId: annaReferralId, version: 3 }));

    expect((await screen.findAllByText('Jonossa'))[0]).toBeVisible();
    expect(screen.getByLabelText(/Lisää lause/)).toHaveValue('Kirjoitettu teksti.');
    expect(screen.queryByRole('button', { name: 'Ota jonoon' })).not.toBeInTheDocument();
  });

  it('says why the list is empty and what to do', async () => {
    const server = aServer([]).on(ownServiceRoutes.list, () => ({ items: [], next: null }));
    renderApp({ server, at: '/saapuneet', session: pekka });

    expect(await screen.findByText('Ei avoimia pyyntöjä.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Vahvista paikat' })).toBeVisible();
  });

  it('has nothing that axe finds, in the list and in each form', async () => {
    const { container, user } = open(aServer());
    for (const name of ['Otetaan vastaan', 'Jonoon', 'Ei voida ottaa', 'Kysy lisää']) {
      await user.click(await screen.findByRole('button', { name }));
      expect(await axe(container)).toHaveNoViolations();
      await user.click(screen.getByRole('button', { name: 'Takaisin' }));
    }
  });
});
