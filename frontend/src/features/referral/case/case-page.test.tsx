import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { act, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { pekka, sanna, scenarioNow } from '../../../testing/sessions.js';
import { aLiveWire, annaReferralId, aTakenStep, aView } from '../../../testing/referrals.js';

const asSender = (given: Partial<ReferralView> = {}): ReferralView =>
  aView({
    side: 'sender',
    clientId: '00000000-0000-4000-8000-000000000034',
    offerings: [],
    actions: ['withdraw'],
    ...given,
  });

const declined = asSender({
  status: 'declined',
  turn: { of: null, dueAt: null, late: false },
  actions: [],
  decline: {
    reason: 'target_group',
    note: 'Seisomatyö ei sovi selälle.',
    suggestedService: { id: '00000000-0000-4000-8000-000000000012', title: { fi: 'Työn muotoilu' } },
    callRequested: false,
    proposals: [],
  },
});

const open = (
  view: ReferralView,
  session = sanna,
  language: 'fi' | 'sv' | 'en' = 'fi',
  wire = aLiveWire(),
) => {
  const server = new FakeServer()
    .on(referralRoutes.read, () => view)
    .on(catalogueRoutes.municipalities, () => ({ items: [] }));
  return { server, wire, ...renderApp({ server, at: `/asiat/${annaReferralId}`, session, language, wire }) };
};

describe('the shared case', () => {
  it('begins with the goal, then tells whose turn it is and by when', async () => {
    open(asSender());

    expect(await screen.findByText('Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.')).toBeVisible();
    expect(screen.getByText('Salmenpään Rinnallakulkijat ry vastaa')).toBeVisible();
    expect(screen.getByText('Viimeistään ti 1.12. klo 16.00')).toBeVisible();
  });

  it.each([
    ['is first and a place is free', 1, 2, true],
    ['is first and every place is taken', 1, 0, false],
    ['has somebody before', 2, 2, false],
  ])('tells the service that the client is next in line, when the client %s', async (...given) => {
    const [, position, freePlaces, isNext] = given;
    const [offering] = aView().offerings;
    open(
      aView({
        status: 'waitlisted',
        actions: ['offer', 'decline'],
        queue: { position, length: 4, expectedWaitWeeks: null },
        offerings: offering ? [{ ...offering, freePlaces }] : [],
      }),
      pekka,
    );
    await screen.findByText(`Paikka jonossa: ${position} / 4`);

    expect(screen.queryAllByText('Seuraavana jonossa, ja paikka on vapaana.')).toHaveLength(isNext ? 1 : 0);
  });

  it('offers only what the reader may do', async () => {
    open(asSender({ actions: ['withdraw'] }));

    expect(await screen.findByRole('button', { name: 'Peru ohjaus' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Otetaan vastaan' })).not.toBeInTheDocument();
  });

  it('tells why a place could not be given without saying that anybody was rejected, and refers on in one press', async () => {
    const { server, user, router, container } = open(declined);
    const draftId = '00000000-0000-4000-8000-000000000150';
    server.on(referralRoutes.refer, () => asSender({ id: draftId, status: 'draft' }));

    expect(await screen.findByText('Syy: Palvelu on tarkoitettu toiselle kohderyhmälle.')).toBeVisible();
    expect(container).not.toHaveTextContent(/hylät/i);
    await user.click(screen.getByRole('button', { name: 'Ohjaa ehdotettuun' }));

    await waitFor(() => expect(router.state.location.search).toBe(`?luonnos=${draftId}`));
    expect(server.received.find(({ path }) => path.endsWith('/refer-again'))?.body).toEqual({
      serviceId: declined.decline?.suggestedService?.id,
    });
  });

  it('shows no contact of a client under a non-disclosure order, and says why', async () => {
    const { user, container } = open(
      aView({
        firstName: null,
        municipality: null,
        card: { goal: 'Haluan opiskella rauhassa.', nonDisclosure: true, areaName: { fi: 'Uusimaa' } },
      }),
      pekka,
    );

    await user.click(await screen.findByRole('tab', { name: 'Jaettu tieto' }));

    expect(screen.getByText('Turvakielto – yhteystietoja ei näytetä')).toBeVisible();
    expect(screen.getByText('Uusimaa')).toBeVisible();
    expect(container).not.toHaveTextContent('Kotikunta');
    expect(container).not.toHaveTextContent('Puhelin');
  });

  it('answers the questions that were asked', async () => {
    const questionId = '00000000-0000-4000-8000-0000000000d1';
    const question = {
      id: questionId,
      field: 'start',
      question: 'Milloin asiakas voisi aloittaa?',
      askedAt: scenarioNow,
      answer: null,
    };
    const { server, user } = open(
      asSender({ status: 'clarification', actions: ['answer', 'withdraw'], questions: [question] }),
    );
    server.on(referralRoutes.transition, () => {
      server.on(referralRoutes.read, () =>
        asSender({
          status: 'acknowledged',
          version: 3,
          questions: [{ ...question, answer: 'Heti ensi viikolla.' }],
        }),
      );
      return aTakenStep();
    });

    await user.click(await screen.findByRole('button', { name: 'Vastaa kysymyksiin' }));
    await user.type(await screen.findByLabelText(/Milloin asiakas voisi aloittaa/), 'Heti ensi viikolla.');
    await user.click(screen.getByRole('button', { name: 'Lähetä vastaukset' }));

    expect((await screen.findAllByText('Vastaukset lähtivät.'))[0]).toBeVisible();
    expect(screen.getByText('Salmenpään Rinnallakulkijat ry vastaa')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Vastaa kysymyksiin' })).not.toBeInTheDocument();
    expect(server.received.find(({ path }) => path.endsWith('/transitions'))?.body).toEqual({
      action: 'answer',
      version: 2,
      answers: [{ questionId, answer: 'Heti ensi viikolla.' }],
    });
  });

  it('changes before the reader’s eyes and says so politely', async () => {
    const { server, wire } = open(asSender());
    await screen.findByText('Salmenpään Rinnallakulkijat ry vastaa');

    const { steps } = aView();
    const promised = { ...steps[0]!, version: 3, action: 'accept' as const, actorName: 'Pekka Ahola' };
    server.on(referralRoutes.read, () =>
      asSender({ status: 'accepted', version: 3, steps: [...steps, promised] }),
    );
    act(() => wire.tell('referralChanged', { referralId: annaReferralId, version: 3 }));

    expect(await screen.findByText('Asia muuttui: Paikka luvattu.')).toBeInTheDocument();
  });

  it('warns of an identity code in a text for the other side', async () => {
    const { user } = open(aView({ actions: ['decline'] }), pekka);

    await user.click(await screen.findByRole('button', { name: 'Ei voida ottaa' }));
    await user.selectOptions(await screen.findByLabelText('Miksi paikkaa ei voida antaa'), 'full');
    await user.type(screen.getByLabelText(/Lause lähettäjälle/), 'Tunnus on 131052-308T');

    expect(await screen.findByText(/Näyttää henkilötunnukselta/)).toBeVisible();
  });

  it('asks about it before it is sent, keeps it in its field, and sends it all the same', async () => {
    const { user, server } = open(aView({ actions: ['decline'] }), pekka);
    server.on(referralRoutes.transition, () => aTakenStep({ status: 'declined' }));
    await user.click(await screen.findByRole('button', { name: 'Ei voida ottaa' }));
    await user.selectOptions(await screen.findByLabelText('Miksi paikkaa ei voida antaa'), 'full');
    const field = screen.getByLabelText<HTMLTextAreaElement>(/Lause lähettäjälle/);
    await user.type(field, 'Soita 040 123 4567');
    const send = async (choice: string) => {
      await user.click(screen.getByRole('button', { name: 'Lähetä vastaus' }));
      await screen.findByRole('dialog', { name: 'Tarkista teksti' });
      await user.click(screen.getByRole('button', { name: choice }));
    };
    const sent = () =>
      server.received.filter(({ path }) => path.endsWith('/transitions')).map(({ body }) => body);

    await send('Muokkaa tekstiä');
    await waitFor(() =>
      expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('040 123 4567'),
    );
    expect(sent()).toEqual([]);
    await send('Lähetä silti');

    await waitFor(() =>
      expect(sent()).toMatchObject([{ note: 'Soita 040 123 4567', acknowledged: ['phone'] }]),
    );
  });

  it('has nothing that axe finds on any tab, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { container, unmount, user } = open(declined, sanna, language);
      const tabs = await screen.findAllByRole('tab');
      for (const tab of tabs) {
        await user.click(tab);
        expect(await axe(container)).toHaveNoViolations();
      }
      unmount();
    }
  });
});
