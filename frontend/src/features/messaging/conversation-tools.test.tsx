import { Problem } from '@rinnalla/shared/kernel/problem';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka, referralId, sharedId } from '../../testing/a-conversation.js';
import { salmenpaa, scenarioNow } from '../../testing/sessions.js';

const theLog = () => screen.findByRole('log', { name: 'Yhteinen keskustelu, vanhin ensin' });
const theField = () => screen.findByLabelText<HTMLTextAreaElement>('Viesti molemmille');
const pekkasMembership = '00000000-0000-4000-8000-0000000000a9';
const team = [
  {
    membershipId: pekkasMembership,
    personId: pekka.personId,
    name: pekka.name,
    organizationId: salmenpaa.id,
    role: 'providerWorker' as const,
  },
];
const thursday = '2026-11-26T11:00:00.000Z';
const proposal = (seq: number, by = pekka): EntryView =>
  ({
    ...message(seq, by, 'Ehdotan tapaamista.'),
    card: { kind: 'meetingProposal', times: [thursday], minutes: 45, way: 'onSite' },
  }) as EntryView;
const menu = async (user: ReturnType<typeof aConversation>['user'], item: string): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: 'Keskustelun toiminnot' }));
  await user.click(screen.getByRole('button', { name: item }));
};

describe('writing with help', () => {
  it('calls a person of the case team by name: by keys, and by id', async () => {
    const { user, server } = aConversation();
    server.on(messagingRoutes.team, () => ({ members: team }));
    const field = await theField();

    await user.type(field, 'Sopiiko, @pe');
    expect(await screen.findByRole('option', { name: /Pekka Ahola/, selected: true })).toBeVisible();
    await user.keyboard('{Enter}');
    await user.keyboard('jo');
    expect(field).toHaveValue('Sopiiko, @Pekka Ahola jo');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: 'Sopiiko, @Pekka Ahola jo',
        mentions: [pekkasMembership],
      }),
    );
  });

  it('calls everyone of the other side at once, never the whole of one’s own', async () => {
    const outi = { ...team[0]!, membershipId: '00000000-0000-4000-8000-0000000000aa', name: 'Outi Berg' };
    const marja = {
      ...team[0]!,
      membershipId: '00000000-0000-4000-8000-0000000000ab',
      name: 'Marja Lehtonen',
      organizationId: me.organizationId,
    };
    const { user, server } = aConversation();
    server.on(messagingRoutes.team, () => ({ members: [...team, outi, marja] }));
    const field = await theField();

    await user.type(field, 'Sopiiko, @');
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options.at(-1)).toMatch(/Kaikki, jotka hoitavat tätä asiaa$/);
    expect(options.filter((option) => option?.startsWith('Kouvolan kaupunki'))).toEqual([]);
    await user.keyboard('{ArrowUp}{Enter}');
    await user.type(field, 'ja @Kouvolan kaupunki');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: `Sopiiko, @${salmenpaa.name.fi} ja @Kouvolan kaupunki`,
        mentions: [pekkasMembership, outi.membershipId],
      }),
    );
  });

  it('puts a ready message into the field, filled in with how the case is called', async () => {
    const { user, server } = aConversation();
    const template = {
      id: referralId,
      name: { fi: 'Ei saatu kiinni' },
      body: { fi: 'Soitin asiasta {caseNumber}. {ownName}' },
      version: 1,
    };
    server.on(templateRoutes.list, () => ({ items: [template], mayKeep: false }));

    await user.click(await screen.findByRole('button', { name: 'Valmiit viestit' }));
    await user.click(await screen.findByRole('button', { name: 'Lisää kenttään: Ei saatu kiinni' }));

    expect(await theField()).toHaveValue('Soitin asiasta KVL-2026-0142. Sanna Koskinen');
  });

  it('proposes times that lie ahead, as a message, and leaves alone what is being written', async () => {
    const { user, server } = aConversation();
    await user.type(await theField(), 'Kesken');
    await user.click(await screen.findByRole('button', { name: 'Ehdota tapaamista' }));
    const form = within(await screen.findByRole('dialog'));

    await user.type(form.getByLabelText('Päivä 1'), '20.11.2026');
    await user.type(form.getByLabelText('Kello 1'), '13.00');
    await user.click(form.getByRole('button', { name: 'Lähetä ehdotus' }));
    expect(form.getByRole('link', { name: /^Päivä 1:/ })).toBeVisible();
    await user.clear(form.getByLabelText('Päivä 1'));
    await user.type(form.getByLabelText('Päivä 1'), '26.11.2026');
    await user.click(form.getByRole('button', { name: 'Lähetä ehdotus' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: 'Ehdotan tapaamista.',
        card: { kind: 'meetingProposal', times: [thursday], minutes: 45, way: 'onSite' },
      }),
    );
    expect(server.received.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
    expect(await theField()).toHaveValue('Kesken');
  });

  it('asks about the place of a meeting before it is proposed, where it may be secret', async () => {
    const { user, server } = aConversation({ view: { contacts: 'always' } });
    await user.click(await screen.findByRole('button', { name: 'Ehdota tapaamista' }));
    const form = within(await screen.findByRole('dialog'));
    await user.type(form.getByLabelText('Päivä 1'), '26.11.2026');
    await user.type(form.getByLabelText('Kello 1'), '13.00');
    await user.type(form.getByLabelText(/^Viesti/), ' Torikatu 12');
    await user.click(form.getByRole('button', { name: 'Lähetä ehdotus' }));

    await user.click(await screen.findByRole('button', { name: 'Lähetä silti' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        card: { kind: 'meetingProposal' },
        acknowledged: ['streetAddress'],
      }),
    );
  });

  it('keeps the text on the server, and goes on with what is kept there', async () => {
    const { user, server } = aConversation({ view: { draft: { body: 'Alku', version: 3 } } });
    server.on(messagingRoutes.saveDraft, ({ body }) => ({ version: body.version + 1 }));
    const field = await theField();

    expect(field).toHaveValue('Alku');
    await user.type(field, ' jatkuu');

    await waitFor(
      () =>
        expect(server.received.find(({ method }) => method === 'PUT')?.body).toEqual({
          version: 3,
          body: 'Alku jatkuu',
        }),
      { timeout: 4_000 },
    );
    expect(await screen.findByText(/Luonnos tallessa/)).toBeVisible();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('shows what another device has written in the same box, and lets the person choose', async () => {
    const { user, server } = aConversation({ view: { draft: { body: 'Puhelimella', version: 2 } } });
    server.on(messagingRoutes.saveDraft, ({ body }) => {
      if (body.version === 0)
        throw new Problem('changedMeanwhile', { reason: 'draftChanged', details: { version: 2 } });
      return { version: 3 };
    });
    const field = await theField();
    // As if this tab had begun before the phone.
    await user.clear(field);
    server.on(messagingRoutes.saveDraft, ({ body }) => {
      if (body.version === 2)
        throw new Problem('changedMeanwhile', { reason: 'draftChanged', details: { version: 5 } });
      return { version: 6 };
    });
    await user.type(field, 'Tietokoneella');

    expect(await screen.findByText(/myös toisella laitteella/, {}, { timeout: 4_000 })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ota se tähän kenttään' }));
    expect(field).toHaveValue('Puhelimella');
  });
});

describe('a meeting proposal among the messages', () => {
  it('is answered in place by the other side, with one of its times', async () => {
    const { user, server } = aConversation({ entries: [proposal(1)] });
    server.on(answerRoutes.meeting, () => ({
      seq: 2,
      sentAt: scenarioNow,
      firstMeetingAt: thursday,
    }));

    await user.click(await screen.findByRole('button', { name: /^Sopii: .*klo 13/ }));

    // In sight, and said once to a screen reader.
    expect(await screen.findAllByText('Sovittu aika on nyt ensimmäinen tapaaminen.')).toHaveLength(2);
    expect(server.received.find(({ path }) => path.includes('/meetings/'))).toMatchObject({
      path: `/api/referrals/${referralId}/meetings/1/answer`,
      body: { time: thursday },
    });
  });

  it('is no question to its own side, and says what became of it', async () => {
    const answer = {
      ...message(2, pekka, 'Sopii.'),
      card: { kind: 'meetingAnswer', concerns: 1, time: thursday },
    } as EntryView;
    const { push } = aConversation({ entries: [proposal(1, me)] });
    expect(await screen.findByText('Odottaa toisen osapuolen vastausta.')).toBeVisible();

    push(answer);

    expect(await screen.findByText(/^Sovittu: .* Hyväksyi Pekka Ahola\.$/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Sopii/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Poista viesti/ })).not.toBeInTheDocument();
  });

  it('says when a colleague was first', async () => {
    const { user, server } = aConversation({ entries: [proposal(1)] });
    server.on(answerRoutes.meeting, () => {
      throw new Problem('wrongStatus', { reason: 'cardAnswered' });
    });

    await user.click(await screen.findByRole('button', { name: 'Mikään aika ei sovi' }));

    expect(await screen.findByText('Tähän on jo vastattu.')).toBeVisible();
  });
});

describe('a message that a search led to', () => {
  it('takes focus as soon as the log has come so far, in its own box', async () => {
    const { push } = aConversation({
      entries: [message(1), message(2), message(3)],
      wanted: { audience: 'shared', seq: 2 },
    });

    const found = (await screen.findByText('Viesti 2')).closest('li');
    await waitFor(() => expect(found).toHaveFocus());

    screen.getByLabelText('Viesti molemmille').focus();
    push(message(4));
    await screen.findByText('Viesti 4');
    expect(screen.getByLabelText('Viesti molemmille')).toHaveFocus();
  });

  it('is looked for among the notes when it is a note', async () => {
    aConversation({ entries: [message(1)], wanted: { audience: 'internal', seq: 1 } });

    expect(await screen.findByLabelText('Muistiinpano vain omalle väelle')).toBeVisible();
    expect(screen.queryByText('Viesti 1')).not.toBeInTheDocument();
  });
});

describe('what can be done with messages and the conversation', () => {
  it('recalls an own message for five minutes, after saying what it means; the mark says it', async () => {
    const { user, server, push } = aConversation({
      entries: [
        message(1, me, 'Väärä asia', scenarioNow),
        message(2, me, 'Vanha', '2026-11-24T05:42:00.000Z'),
      ],
    });
    server.on(messagingRoutes.recall, () => ({ seq: 3, sentAt: scenarioNow }));

    expect(await screen.findAllByRole('button', { name: /^Vedä pois viesti/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Vedä pois viesti/ }));
    expect(screen.getByText(/Teksti katoaa kaikilta ja myös historiasta/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Vedä viesti pois' }));
    push({ seq: 3, at: scenarioNow, kind: 'redaction', sender: me, concerns: 1, recalled: true });

    expect(await screen.findByText('Viesti vedettiin pois. Se oli lähetetty väärään asiaan.')).toBeVisible();
    expect(screen.queryByText('Väärä asia')).not.toBeInTheDocument();
  });

  it('settles the matter for both, as a line of the log', async () => {
    const { user, server, push } = aConversation({ entries: [message(1)] });
    server.on(messagingRoutes.resolve, ({ body }) => body);

    await menu(user, 'Merkitse valmiiksi');
    push({ seq: 2, at: scenarioNow, kind: 'resolution', sender: me, resolved: true });

    expect(server.received.find(({ path }) => path.endsWith('/resolution'))?.body).toEqual({
      resolved: true,
    });
    expect(await screen.findByText('Keskustelu merkittiin valmiiksi')).toBeVisible();
    expect(screen.getByText('Valmis. Uusi viesti avaa keskustelun uudelleen.')).toBeVisible();
  });

  it('marks unread from the other’s last words on, and does not read them again by itself', async () => {
    const { user, server } = aConversation({
      entries: [message(1), message(2), message(3, me)],
      view: { lastReadSeq: 3 },
    });
    server.on(messagingRoutes.markUnread, ({ body }) => ({ lastReadSeq: body.from - 1 }));

    await menu(user, 'Merkitse lukemattomaksi');
    expect(await screen.findAllByText('Merkittiin lukemattomaksi.')).toHaveLength(2);
    fireEvent.scroll(await theLog());

    expect(server.received.find(({ path }) => path.endsWith('/unread'))?.body).toEqual({ from: 2 });
    expect(server.received.some(({ path }) => path.endsWith('/read'))).toBe(false);
  });

  it('puts the conversation off until a day, and says until when', async () => {
    const { user, server } = aConversation({ entries: [message(1)] });
    server.on(messagingRoutes.snooze, ({ body }) => ({ snoozedUntil: body.until }));

    await menu(user, 'Palaa myöhemmin');
    await user.click(await screen.findByRole('button', { name: 'Ensi maanantaina' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/snooze'))?.body).toEqual({
        until: '2026-11-30',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('gives the conversation as a file: the shared part, the notes only when asked for', async () => {
    const { user } = aConversation({ entries: [message(1)] });

    await menu(user, 'Tallenna PDF');
    const link = await screen.findByRole('link', { name: 'Lataa PDF' });

    expect(link).toHaveAttribute(
      'href',
      `/api/referrals/${referralId}/conversation.pdf?notes=false&language=fi`,
    );
    await user.click(screen.getByRole('checkbox', { name: /sisäiset muistiinpanot/ }));
    expect(link).toHaveAttribute(
      'href',
      `/api/referrals/${referralId}/conversation.pdf?notes=true&language=fi`,
    );
  });

  it('shows who is there and who writes, by name or by organization, and lets it end', async () => {
    const { wire, server } = aConversation();
    server.on(messagingRoutes.team, () => ({ members: team }));
    await theLog();
    act(() => wire.connect());
    const says = (membershipId: string, presence: string): void =>
      act(() =>
        wire.says('presenceShown', {
          conversationId: sharedId,
          membershipId,
          organizationId: salmenpaa.id,
          presence,
          arrives: false,
        }),
      );

    says(pekkasMembership, 'writing');
    expect(await screen.findByText('Kirjoittaa: Pekka Ahola')).toBeVisible();
    says(pekkasMembership, 'here');
    says('00000000-0000-4000-8000-0000000000aa', 'here');
    expect(
      screen.getByText('Täällä nyt: Pekka Ahola ja Salmenpään Rinnallakulkijat ry: työntekijä'),
    ).toBeVisible();
    says(pekkasMembership, 'gone');
    says('00000000-0000-4000-8000-0000000000aa', 'gone');
    expect(screen.queryByText(/Täällä nyt/)).not.toBeInTheDocument();
  });

  it('has nothing that axe finds in cards, names and open menus, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      await loadKnownTexts(language);
      const named = {
        ...message(2, me, 'Hei @Pekka Ahola'),
        mentions: [{ membershipId: pekkasMembership, name: 'Pekka Ahola' }],
      } as EntryView;
      const { container, unmount, user } = aConversation({ entries: [proposal(1), named], language });
      await screen.findByRole('log');
      await screen.findByText('@Pekka Ahola');
      await user.click(screen.getByRole('button', { expanded: false }));
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
