import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../../i18n/lazy-texts.js';
import { aConversation, pekka as pekkaWrites, referralId } from '../../../testing/a-conversation.js';
import { aTakenStep, aView } from '../../../testing/referrals.js';
import { kouvola, pekka, sanna, scenarioNow } from '../../../testing/sessions.js';
import { CaseEventCard } from './case-event-card.js';
import { ConversationActs } from './conversation-acts.js';

const slots = { EventCard: CaseEventCard, Acts: ConversationActs };
const until = '2026-11-27T06:00:00.000Z';
const asked = '00000000-0000-4000-8000-0000000000e1';

const step = (
  action: ReferralAction,
  toStatus: ReferralStatus,
  facts: Record<string, string | number | boolean | null> = {},
): EntryView => ({
  seq: 1,
  at: scenarioNow,
  kind: 'event',
  sender: facts['lapsed'] ? null : pekkaWrites,
  action,
  fromStatus: 'acknowledged',
  toStatus,
  version: 3,
  reason: null,
  facts,
});
const theCase = (given: Partial<ReferralView>): ReferralView =>
  aView({ id: referralId, version: 3, side: 'sender', actions: [], ...given });
const aCaseWith = (entry: EntryView, view: ReferralView, given: Parameters<typeof aConversation>[0] = {}) => {
  const conversation = aConversation({ entries: [entry], slots, session: sanna, ...given });
  conversation.server.on(referralRoutes.read, () => view);
  return conversation;
};
const transitionsOf = ({ server }: ReturnType<typeof aConversation>): unknown[] =>
  server.received.filter(({ path }) => path.endsWith('/transitions')).map(({ body }) => body);

const questioned = (answer: string | null, given: Partial<ReferralView> = {}): ReferralView =>
  theCase({
    status: 'clarification',
    questions: [
      { id: asked, field: 'language', question: 'Mikä on kielitaito?', askedAt: scenarioNow, answer },
    ],
    steps: [
      {
        version: 3,
        action: 'ask',
        from: 'acknowledged',
        to: 'clarification',
        at: scenarioNow,
        actorName: 'Pekka Ahola',
        organization: kouvola.name,
        side: 'provider',
        reason: null,
        note: null,
      },
    ],
    ...given,
  });

describe('a question among the messages', () => {
  it('is answered in its card by the sender, as the workflow’s own answer', async () => {
    const conversation = aCaseWith(
      step('ask', 'clarification'),
      questioned(null, { actions: ['answer', 'withdraw'] }),
    );
    const { server, user } = conversation;
    server.on(referralRoutes.transition, () => aTakenStep({ id: referralId, version: 4 }));
    const card = await screen.findByRole('region', { name: 'Lisätietopyyntö' });
    expect(within(card).getByText('Odottaa vastaustanne.')).toBeVisible();

    await user.click(within(card).getByRole('button', { name: 'Vastaa kysymyksiin' }));
    await user.type(await within(card).findByLabelText('Mikä on kielitaito?'), 'Suomi ja venäjä.');
    await user.click(within(card).getByRole('button', { name: 'Lähetä vastaukset' }));

    await waitFor(() =>
      expect(transitionsOf(conversation)).toEqual([
        {
          action: 'answer',
          version: 3,
          answers: [{ questionId: asked, answer: 'Suomi ja venäjä.' }],
        },
      ]),
    );
  });

  it('shows its answer, and waits in words on the side that asked', async () => {
    const { unmount } = aCaseWith(
      step('ask', 'clarification'),
      questioned('Suomi.', { status: 'acknowledged' }),
    );
    expect(await screen.findByText('Suomi.')).toBeVisible();
    unmount();

    aCaseWith(step('ask', 'clarification'), questioned(null, { side: 'provider' }), { session: pekka });
    expect(await screen.findByText('Odottaa toisen osapuolen vastausta.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Vastaa kysymyksiin' })).not.toBeInTheDocument();
  });

  it('is asked from where one writes, while the workflow lets this reader ask', async () => {
    const view = theCase({ side: 'provider', status: 'acknowledged', actions: ['ask', 'accept'] });
    const conversation = aCaseWith(step('acknowledge', 'acknowledged'), view, { session: pekka });
    const { server, user } = conversation;
    server.on(referralRoutes.transition, () => aTakenStep({ id: referralId, version: 4 }));

    await user.click(await screen.findByRole('button', { name: 'Kysy lisää' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByLabelText('Miten asiakas pääsee paikalle?'));
    await user.click(dialog.getByRole('button', { name: 'Lähetä kysymykset' }));

    await waitFor(() =>
      expect(transitionsOf(conversation)).toMatchObject([
        { action: 'ask', questions: [{ field: 'transport', question: 'Miten asiakas pääsee paikalle?' }] },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('cannot be asked from here by whom the workflow does not let', async () => {
    aCaseWith(
      step('acknowledge', 'acknowledged'),
      theCase({ status: 'acknowledged', actions: ['withdraw'] }),
    );
    await screen.findByLabelText('Viesti molemmille');
    await screen.findByText('Vastaanottaja on nähnyt ohjauksen');

    expect(screen.queryByRole('button', { name: 'Kysy lisää' })).not.toBeInTheDocument();
  });
});

describe('a place among the messages', () => {
  it('tells what was promised, and how long the queue is expected to be', async () => {
    const { unmount } = aCaseWith(
      step('accept', 'accepted', { firstMeetingAt: '2026-11-26T11:00:00.000Z', startsOn: null }),
      theCase({ status: 'accepted' }),
    );
    const place = await screen.findByRole('list', { name: 'Luvattu paikka' });
    expect(within(place).getByText(/^Ensimmäinen tapaaminen .*klo 13/)).toBeVisible();
    unmount();

    aCaseWith(step('waitlist', 'waitlisted', { expectedWaitWeeks: 6 }), theCase({ status: 'waitlisted' }));
    const queue = await screen.findByRole('list', { name: 'Jono' });
    expect(within(queue).getByText('Arvioitu odotus 6 viikkoa')).toBeVisible();
  });

  it('is taken in its card while the offer stands, after saying what the service reads then', async () => {
    const view = theCase({ status: 'offered', actions: ['take_offer', 'refuse_offer', 'withdraw'] });
    const conversation = aCaseWith(step('offer', 'offered', { offerEndsAt: until }), view);
    const { server, user } = conversation;
    server.on(referralRoutes.transition, () =>
      aTakenStep({ id: referralId, version: 4, status: 'accepted' }),
    );
    const card = within(await screen.findByRole('region', { name: 'Tarjottu paikka' }));
    expect(card.getByText(/^Vastaus viimeistään .*klo 8/)).toBeVisible();

    await user.click(await card.findByRole('button', { name: 'Ota paikka' }));
    expect(await card.findByText(/näkee nyt asiakkaan sukunimen/)).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Ota paikka' }));

    await waitFor(() =>
      expect(transitionsOf(conversation)).toMatchObject([{ action: 'take_offer', version: 3 }]),
    );
  });

  it('is refused in its card with a reason', async () => {
    const view = theCase({ status: 'offered', actions: ['take_offer', 'refuse_offer', 'withdraw'] });
    const conversation = aCaseWith(step('offer', 'offered', { offerEndsAt: until }), view);
    const { server, user } = conversation;
    server.on(referralRoutes.transition, () => aTakenStep({ id: referralId, version: 4 }));
    const card = within(await screen.findByRole('region', { name: 'Tarjottu paikka' }));

    await user.click(await card.findByRole('button', { name: 'Ei oteta paikkaa' }));
    await user.click(await card.findByRole('button', { name: 'Lähetä vastaus' }));
    expect(transitionsOf(conversation)).toEqual([]);
    await user.selectOptions(card.getByLabelText(/^Miksi paikkaa ei oteta/), 'Ajankohta ei sovi');
    await user.click(card.getByRole('button', { name: 'Lähetä vastaus' }));

    await waitFor(() =>
      expect(transitionsOf(conversation)).toMatchObject([{ action: 'refuse_offer', reason: 'not_now' }]),
    );
  });

  it('says who was first when the offer was answered meanwhile', async () => {
    const view = theCase({ status: 'offered', actions: ['take_offer', 'refuse_offer'] });
    const { server, user } = aCaseWith(step('offer', 'offered', { offerEndsAt: until }), view);
    server.on(referralRoutes.transition, () => {
      throw new Problem('changedMeanwhile', {
        details: {
          actorName: 'Marja Lehtonen',
          at: scenarioNow,
          action: 'take_offer',
          status: 'accepted',
          version: 4,
        },
      });
    });
    const card = within(await screen.findByRole('region', { name: 'Tarjottu paikka' }));

    await user.click(await card.findByRole('button', { name: 'Ota paikka' }));
    await user.click(await card.findByRole('button', { name: 'Ota paikka' }));

    expect(await card.findByText(/Marja Lehtonen.*klo 8\b/)).toBeVisible();
  });

  it('waits in words for whoever offered it, and has no buttons once another step has followed', async () => {
    const offered = step('offer', 'offered', { offerEndsAt: until });
    const { unmount } = aCaseWith(offered, theCase({ side: 'provider', status: 'offered' }), {
      session: pekka,
    });
    expect(await screen.findByText('Lähettäjä kysyy asiakkaalta ja vastaa.')).toBeVisible();
    unmount();

    aCaseWith(offered, theCase({ status: 'offered', version: 7, actions: ['take_offer', 'refuse_offer'] }));
    const card = within(await screen.findByRole('region', { name: 'Tarjottu paikka' }));
    await screen.findByLabelText('Viesti molemmille');
    expect(card.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says when an offer ended without an answer', async () => {
    aCaseWith(step('refuse_offer', 'waitlisted', { lapsed: true }), theCase({ status: 'waitlisted' }));

    expect(await screen.findByText('Määräaika kului ilman vastausta. Asiakas jatkaa jonossa.')).toBeVisible();
  });

  it('has nothing that axe finds, in three languages', async () => {
    const view = questioned(null, { actions: ['answer'] });
    for (const language of ['fi', 'sv', 'en'] as const) {
      await loadKnownTexts(language);
      for (const [entry, shown] of [
        [step('ask', 'clarification'), view],
        [
          step('offer', 'offered', { offerEndsAt: until }),
          theCase({ status: 'offered', actions: ['take_offer', 'refuse_offer'] }),
        ],
      ] as const) {
        const { container, unmount } = aCaseWith(entry, shown, { language });
        await within(await screen.findByRole('log')).findAllByRole('button');
        expect(await axe(container)).toHaveNoViolations();
        unmount();
      }
    }
  });
});
