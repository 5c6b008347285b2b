import { type ConversationSummary, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { act, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { LiveWire } from '../../testing/live-wire.js';
import { renderApp } from '../../testing/render-app.js';
import { salmenpaa, sanna } from '../../testing/sessions.js';

const referralId = '00000000-0000-4000-8000-0000000000d1';
const summary = (number: number, given: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: `00000000-0000-4000-8000-0000000000e${number}`,
  referralId,
  caseNumber: `KVL-2026-014${number}`,
  firstName: 'Anna',
  audience: 'shared',
  otherOrganization: salmenpaa,
  lastSeq: 3,
  lastReadSeq: 1,
  unread: 2,
  lastEntryAt: '2026-11-24T05:42:00.000Z',
  lastMessage: { senderName: 'Pekka Ahola', text: 'Paikka on', mine: false },
  resolved: false,
  snoozedUntil: null,
  hasDraft: false,
  mentioned: false,
  ...given,
});

describe('Keskustelut', () => {
  it('lists conversations with who wrote last and what is unread, and leads to the case', async () => {
    const server = new FakeServer().on(messagingRoutes.mine, ({ query }) => ({
      items:
        query?.show === 'unread'
          ? [summary(1)]
          : [
              summary(1),
              summary(2, { unread: 0, lastMessage: { senderName: 'Sanna', text: null, mine: true } }),
            ],
      next: null,
    }));
    const { user } = renderApp({ server, at: '/keskustelut', session: sanna });

    expect(await screen.findByRole('link', { name: 'Anna · KVL-2026-0141' })).toHaveAttribute(
      'href',
      `/asiat/${referralId}#keskustelu`,
    );
    expect(screen.getByText('Pekka Ahola: Paikka on')).toBeVisible();
    expect(screen.getByText('2 lukematonta')).toBeVisible();
    expect(await screen.findByRole('link', { name: /^Keskustelut ?1 lukematon$/ })).toBeVisible();
    expect(screen.getByText('Sinä: Viesti on poistettu.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Lukemattomat' }));
    await waitFor(() => expect(screen.queryByText(/KVL-2026-0142/)).not.toBeInTheDocument());
  });

  it('counts again when the server says that words came', async () => {
    let unread = 1;
    const wire = new LiveWire();
    const server = new FakeServer().on(messagingRoutes.mine, () => ({
      items: [summary(1, { unread })],
      next: null,
    }));
    renderApp({ server, at: '/keskustelut', session: sanna, wire });
    await screen.findByText('1 lukematon');

    const before = server.received.length;
    unread = 2;
    act(() => wire.says('unreadChanged', {}));

    expect(await screen.findByText('2 lukematonta')).toBeVisible();
    // The list and the badge, each once.
    expect(server.received.slice(before)).toHaveLength(2);
  });

  it('says in words what a conversation wants of its reader', async () => {
    const marked = summary(1, {
      mentioned: true,
      hasDraft: true,
      snoozedUntil: '2026-11-26',
      resolved: true,
    });
    renderApp({
      server: new FakeServer().on(messagingRoutes.mine, () => ({ items: [marked], next: null })),
      at: '/keskustelut',
      session: sanna,
    });

    for (const words of ['Sinut mainittiin', 'Luonnos kesken', /^Palaa .*26\.11\./, 'Valmis'])
      expect(await screen.findByText(words)).toBeVisible();
  });

  it('finds words in messages, marks them, and puts them into no address', async () => {
    const found = {
      conversationId: summary(1).id,
      referralId,
      audience: 'shared' as const,
      caseNumber: 'KVL-2026-0141',
      firstName: 'Anna',
      otherOrganization: salmenpaa,
      seq: 7,
      at: '2026-11-24T05:42:00.000Z',
      senderName: 'Pekka Ahola',
      mine: false,
      excerpt: [
        { text: 'Nähdään ', found: false },
        { text: 'kirjastolla', found: true },
      ],
    };
    const server = new FakeServer()
      .on(messagingRoutes.mine, () => ({ items: [summary(2)], next: null }))
      .on(messagingRoutes.search, ({ body }) => ({
        items: body.words === 'kirjasto' ? [found] : [],
        more: false,
      }));
    const { user } = renderApp({ server, at: '/keskustelut', session: sanna });

    await user.type(await screen.findByRole('searchbox', { name: 'Hae keskusteluista' }), 'kirjasto{Enter}');

    expect(await screen.findByRole('link', { name: 'Anna · KVL-2026-0141' })).toBeVisible();
    expect(screen.getByText('kirjastolla').tagName).toBe('MARK');
    expect(screen.getByText('1 viesti löytyi.')).toBeVisible();
    expect(server.received.some(({ path }) => path.includes('kirjasto'))).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Takaisin luetteloon' }));
    expect(await screen.findByRole('link', { name: 'Anna · KVL-2026-0142' })).toBeVisible();
  });

  it('asks for two letters before it searches, and says when nothing was found', async () => {
    const server = new FakeServer()
      .on(messagingRoutes.mine, () => ({ items: [], next: null }))
      .on(messagingRoutes.search, () => ({ items: [], more: false }));
    const { user } = renderApp({ server, at: '/keskustelut', session: sanna });
    const field = await screen.findByRole('searchbox', { name: 'Hae keskusteluista' });

    await user.type(field, 'k{Enter}');
    expect(screen.getByText('Kirjoita vähintään kaksi merkkiä.')).toBeVisible();
    await user.type(field, 'i{Enter}');

    expect(await screen.findByText('Viestejä ei löytynyt.')).toBeVisible();
    expect(server.received.filter(({ path }) => path.endsWith('/search'))).toHaveLength(1);
  });

  it('is walked with keys: to the search, and from one conversation to the next', async () => {
    const server = new FakeServer().on(messagingRoutes.mine, () => ({
      items: [summary(1), summary(2)],
      next: null,
    }));
    const { user } = renderApp({ server, at: '/keskustelut', session: sanna });
    const links = await screen.findAllByRole('link', { name: /^Anna/ });

    await user.keyboard('jj');
    expect(links[1]).toHaveFocus();
    await user.keyboard('k');
    expect(links[0]).toHaveFocus();
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Hae keskusteluista' })).toHaveFocus();
  });

  it('says what an empty list means', async () => {
    const server = new FakeServer().on(messagingRoutes.mine, () => ({ items: [], next: null }));
    renderApp({ server, at: '/keskustelut', session: sanna });

    expect(await screen.findByText('Ei avoimia keskusteluja.')).toBeVisible();
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const server = new FakeServer().on(messagingRoutes.mine, () => ({
        items: [summary(1), summary(2, { audience: 'internal' })],
        next: null,
      }));
      const { container, unmount } = renderApp({ server, at: '/keskustelut', session: sanna, language });
      await screen.findByRole('link', { name: 'Anna · KVL-2026-0141' });
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
