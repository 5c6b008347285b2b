import { Problem } from '@rinnalla/shared/kernel/problem';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka, sharedId } from '../../testing/a-conversation.js';
import { salmenpaa, scenarioNow } from '../../testing/sessions.js';

const theLog = () => screen.findByRole('log', { name: 'Yhteinen keskustelu, vanhin ensin' });
const linesOf = async (): Promise<string[]> =>
  [...(within(await theLog()).getAllByRole('list')[0]?.children ?? [])].map((item) => item.textContent ?? '');

describe('the conversation of a case', () => {
  it('says who reads it, shows words and steps of the case in order, and where the new ones begin', async () => {
    const step: EntryView = {
      seq: 2,
      at: '2026-11-24T05:50:00.000Z',
      kind: 'event',
      sender: pekka,
      action: 'decline',
      fromStatus: 'acknowledged',
      toStatus: 'declined',
      version: 3,
      reason: 'full',
      facts: {},
    };
    aConversation({ entries: [message(1, me), step, message(3)], view: { lastReadSeq: 1 } });

    expect(await linesOf()).toEqual([
      expect.stringMatching(/^Sinä tänään klo 7.42Viesti 1/),
      expect.stringMatching(/^Paikkaa ei voitu antaa: Ryhmä on täynnä Pekka Ahola, tänään klo 7.50/),
      'Uudet viestit',
      expect.stringMatching(/^Pekka Ahola, Salmenpään Rinnallakulkijat ry tänään klo 7.42Viesti 3/),
    ]);
    expect(screen.getByText('Näkyy: Kouvola ja Salmenpään Rinnallakulkijat ry')).toBeVisible();
  });

  it('shows a pushed message once, says it once to a screen reader, and marks it as read', async () => {
    const { push, server, wire } = aConversation({ entries: [message(1)], view: { lastReadSeq: 1 } });
    await theLog();
    act(() => wire.connect());

    push(message(2), true);

    expect((await linesOf()).filter((line) => line.includes('Viesti 2'))).toHaveLength(1);
    expect(screen.getByText('Pekka Ahola: Viesti 2')).toBeInTheDocument();
    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/read'))?.body).toEqual({ upTo: 2 }),
    );
  });

  it('fetches what a lost connection kept from it, watching first', async () => {
    const { wire, log, server } = aConversation({ entries: [message(1)] });
    await theLog();
    act(() => wire.connect());
    act(() => wire.lose());
    log.push(message(2), message(3));

    act(() => wire.connect());

    await waitFor(async () => expect((await linesOf()).join()).toContain('Viesti 3'));
    expect(wire.asked.at(-1)).toEqual({ event: 'watchConversation', payload: { conversationId: sharedId } });
    expect(server.received.at(-1)?.path).not.toContain('since=0');
  });

  it('shows what is written at once as not yet sent, then in its place, once', async () => {
    const { user, push, log } = aConversation();
    const field = await screen.findByLabelText('Viesti molemmille');

    await user.type(field, 'Onko tilaa?');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await linesOf()).join()).not.toMatch(/Odottaa|Lähetetään/));
    push(log[0] as EntryView);

    expect(field).toHaveValue('');
    expect((await linesOf()).filter((line) => line.includes('Onko tilaa?'))).toHaveLength(1);
  });

  it('keeps what was written while offline, says that it waits, and sends it in order when the connection is back', async () => {
    const { user, server, wire, log } = aConversation();
    const field = await screen.findByLabelText('Viesti molemmille');
    server.goDown();

    await user.type(field, 'Ensin');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));
    await user.type(field, 'Sitten');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));
    await waitFor(async () =>
      expect((await linesOf()).filter((line) => line.includes('Odottaa lähetystä'))).toHaveLength(2),
    );
    act(() => wire.lose());
    expect(
      screen.getByText('Yhteys katkesi. Kirjoittamasi on tallessa. 2 viestiä odottaa lähetystä.'),
    ).toBeVisible();
    server.goDown(false);
    act(() => wire.connect());

    await waitFor(() =>
      expect(log.map((entry) => entry.kind === 'message' && entry.body)).toEqual(['Ensin', 'Sitten']),
    );
  });

  it('tells why a message was refused, and gives its text back', async () => {
    const { user, server } = aConversation();
    server.on(messagingRoutes.send, () => {
      throw new Problem('wrongStatus', { reason: 'conversationClosed' });
    });
    const field = await screen.findByLabelText('Viesti molemmille');

    await user.type(field, 'Hei');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));
    expect(await screen.findByText('Toinen osapuoli ei enää näe tätä keskustelua.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ota takaisin kenttään' }));

    expect(field).toHaveValue('Hei');
    expect(await linesOf()).toEqual([]);
  });

  it('asks what to do with the text when one turns from messages to notes, and never moves it by itself', async () => {
    const { user } = aConversation();
    await user.type(await screen.findByLabelText('Viesti molemmille'), 'Mietin vielä');

    await user.click(screen.getByRole('tab', { name: 'Sisäiset muistiinpanot' }));
    await user.click(screen.getByRole('button', { name: 'Jätä teksti paikalleen' }));
    expect(await screen.findByLabelText('Muistiinpano vain omalle väelle')).toHaveValue('');
    expect(screen.getByText('Vain oma väki: Kouvola')).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Viestit' }));
    expect(await screen.findByLabelText('Viesti molemmille')).toHaveValue('Mietin vielä');
    await user.click(screen.getByRole('tab', { name: 'Sisäiset muistiinpanot' }));
    await user.click(screen.getByRole('button', { name: 'Siirrä teksti' }));

    expect(await screen.findByLabelText('Muistiinpano vain omalle väelle')).toHaveValue('Mietin vielä');
  });

  it('opens the field for a message by v and for a note by m', async () => {
    const { user } = aConversation();
    await theLog();

    await user.keyboard('v');
    expect(screen.getByLabelText('Viesti molemmille')).toHaveFocus();
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('m');

    expect(await screen.findByLabelText('Muistiinpano vain omalle väelle')).toHaveFocus();
  });

  it('edits an own message in its place and lets a tombstone stand for a removed one', async () => {
    const { user, server, push } = aConversation({
      entries: [message(1, me, 'Klo 9', scenarioNow), message(2)],
    });
    server.on(messagingRoutes.edit, () => ({ seq: 3, sentAt: scenarioNow, correction: false }));

    await user.click(await screen.findByRole('button', { name: /^Muokkaa viestiä/ }));
    const field = screen.getByLabelText('Uusi teksti');
    await user.clear(field);
    await user.type(field, 'Klo 10');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));
    expect(server.received.find(({ path }) => path.endsWith('/1/edits'))?.body).toMatchObject({
      body: 'Klo 10',
    });
    push({
      seq: 3,
      at: scenarioNow,
      kind: 'edit',
      sender: me,
      clientMessageId: '00000000-0000-4000-8000-000000000199',
      concerns: 1,
      body: 'Klo 10',
      correction: false,
    });
    push({ seq: 4, at: scenarioNow, kind: 'redaction', sender: pekka, concerns: 2 });

    const [first, , second] = await linesOf();
    expect(first).toMatch(/muokattuKlo 10Aiemmat tekstit/);
    expect(second).toMatch(/Viesti on poistettu\.$/);
    expect(screen.queryByText('Viesti 2')).not.toBeInTheDocument();
  });

  it('says when the other side has read, by organization', async () => {
    const { push } = aConversation({ entries: [message(1, me)] });
    await theLog();

    push({ seq: 2, at: scenarioNow, kind: 'read', organizationId: salmenpaa.id, upTo: 1 });

    expect(screen.getByText('Luettu: Salmenpään Rinnallakulkijat ry')).toBeVisible();
  });

  it('takes no message when the other side reads no longer, and says so', async () => {
    aConversation({ view: { writable: false } });

    expect(await screen.findByText(/Toinen osapuoli ei enää näe tätä keskustelua, joten/)).toBeVisible();
    expect(screen.queryByLabelText('Viesti molemmille')).not.toBeInTheDocument();
  });

  it('stops when the right to read ends', async () => {
    const { wire } = aConversation({ entries: [message(1)] });
    await theLog();

    act(() => wire.says('conversationClosed', { conversationId: sharedId }));

    expect(
      await screen.findByText('Oikeutesi tähän keskusteluun päättyi. Uusia viestejä ei tule.'),
    ).toBeVisible();
    expect(screen.queryByLabelText('Viesti molemmille')).not.toBeInTheDocument();
  });

  it('warns of an identity code before it is sent', async () => {
    const { user } = aConversation();

    await user.type(await screen.findByLabelText('Viesti molemmille'), 'hetu 131052-308T');

    expect(screen.getByText(/Näyttää henkilötunnukselta/)).toBeVisible();
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      await loadKnownTexts(language);
      const { container, unmount } = aConversation({
        entries: [message(1), message(2, me), message(3, pekka, null)],
        language,
      });
      await screen.findByRole('log');
      await screen.findByText('Viesti 1');
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
