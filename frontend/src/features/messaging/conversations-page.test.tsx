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
      items: query?.show === 'unread' ? [summary(1)] : [summary(1), summary(2, { unread: 0, lastMessage: { senderName: 'Sanna', text: null, mine: true } })],
      next: null,
    }));
    const { user } = renderApp({ server, at: '/keskustelut', session: sanna });

    expect(await screen.findByRole('link', { name: 'Anna · KVL-2026-0141' })).toHaveAttribute('href', `/asiat/${referralId}#keskustelu`);
    expect(screen.getByText('Pekka Ahola: Paikka on')).toBeVisible();
    expect(screen.getByText('2 lukematonta')).toBeVisible();
    expect(await screen.findByRole('link', { name: /^Keskustelut ?1 lukematon$/ })).toBeVisible();
    expect(screen.getByText('Sinä: Viesti on poistettu.')).toBeVisible();
    await user.click(screen.getByLabelText('Vain lukemattomat'));
    await waitFor(() => expect(screen.queryByText(/KVL-2026-0142/)).not.toBeInTheDocument());
  });

  it('counts again when the server says that words came', async () => {
    let unread = 1;
    const wire = new LiveWire();
    const server = new FakeServer().on(messagingRoutes.mine, () => ({ items: [summary(1, { unread })], next: null }));
    renderApp({ server, at: '/keskustelut', session: sanna, wire });
    await screen.findByText('1 lukematon');

    unread = 2;
    act(() => wire.says('unreadChanged', { conversationId: summary(1).id, referralId }));

    expect(await screen.findByText('2 lukematonta')).toBeVisible();
  });

  it('says what an empty list means', async () => {
    const server = new FakeServer().on(messagingRoutes.mine, () => ({ items: [], next: null }));
    renderApp({ server, at: '/keskustelut', session: sanna });

    expect(await screen.findByText('Ei keskusteluja.')).toBeVisible();
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const server = new FakeServer().on(messagingRoutes.mine, () => ({ items: [summary(1), summary(2, { audience: 'internal' })], next: null }));
      const { container, unmount } = renderApp({ server, at: '/keskustelut', session: sanna, language });
      await screen.findByRole('link', { name: 'Anna · KVL-2026-0141' });
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
