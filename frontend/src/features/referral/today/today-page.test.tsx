import { mostCounted, referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { mostOfToday } from '@rinnalla/shared/referral/today-lists';
import { act, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { sanna } from '../../../testing/sessions.js';
import { aLiveWire, aRow } from '../../../testing/referrals.js';

const mikko = aRow({
  id: '00000000-0000-4000-8000-000000000139',
  caseNumber: 'KVL-2026-0139',
  firstName: 'Mikko',
  side: 'sender',
  status: 'clarification',
  turn: { of: 'sender', dueAt: '2026-11-25T14:00:00.000Z', late: false },
});
const late = aRow({
  side: 'sender',
  urgency: 'K1',
  turn: { of: 'provider', dueAt: '2026-11-24T03:50:00.000Z', late: true },
});
const nothing = {
  needsYou: [],
  answered: [],
  startingSoon: [],
  waitingForOthers: [],
  waitingForOthersCount: 0,
  drafts: [],
};

const open = (day: object, language: 'fi' | 'sv' | 'en' = 'fi', wire = aLiveWire()) => {
  const server = new FakeServer().on(referralRoutes.today, () => ({ ...nothing, ...day }));
  return { server, wire, ...renderApp({ server, at: '/tanaan', session: sanna, language, wire }) };
};

describe('the day of a coach', () => {
  it('greets by name and tells the day in words', async () => {
    open({});

    expect(await screen.findByRole('heading', { name: 'Hyvää huomenta, Sanna' })).toBeVisible();
    expect(screen.getByText('Tiistai 24.11.2026')).toBeVisible();
  });

  it('puts what needs the reader first, each with how late or by when, and what to do', async () => {
    open({ needsYou: [late, mikko] });

    const list = await screen.findByRole('list', { name: 'Vaatii sinua (2)' });

    expect(within(list).getByText('Myöhässä 2 tuntia')).toBeVisible();
    expect(within(list).getByText('Viimeistään huomenna, ke 25.11. klo 16.00')).toBeVisible();
    expect(within(list).getByRole('link', { name: 'Katso: Anna' })).toBeVisible();
    expect(within(list).getByRole('link', { name: 'Vastaa: Mikko' })).toHaveAttribute(
      'href',
      `/asiat/${mikko.id}`,
    );
  });

  it('offers what was begun and never sent, to go on with', async () => {
    open({
      drafts: [
        aRow({
          id: mikko.id,
          side: 'sender',
          status: 'draft',
          firstName: 'Mikko',
          turn: { of: 'sender', dueAt: null, late: false },
        }),
      ],
    });

    const list = await screen.findByRole('list', { name: 'Kesken jääneet (1)' });

    expect(within(list).getByRole('link', { name: 'Jatka: Mikko' })).toHaveAttribute(
      'href',
      `/ohjaa?luonnos=${mikko.id}`,
    );
  });

  it('tells an answer once, where it asks something of the reader', async () => {
    const declined = aRow({ id: mikko.id, side: 'sender', status: 'declined' });
    open({ needsYou: [declined], answered: [declined, late] });

    expect(await screen.findByRole('list', { name: 'Vaatii sinua (1)' })).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Vastaus tuli (1)' })).getAllByRole('listitem'),
    ).toHaveLength(1);
  });

  it('names a client without a first name by the reference only', async () => {
    open({ needsYou: [aRow({ side: 'sender', firstName: null })] });

    expect(await screen.findByRole('link', { name: 'KVL-2026-0142' })).toBeVisible();
    expect(screen.queryByText('Anna')).not.toBeInTheDocument();
  });

  it('says that nothing waits, and how many wait for others', async () => {
    open({ waitingForOthers: [aRow({ side: 'sender' })], waitingForOthersCount: 11 });

    expect(await screen.findByText('Mikään ei odota sinua.')).toBeVisible();
    expect(screen.getByText('11 ohjausta odottaa muiden vastausta.')).toBeVisible();
  });

  it('tells by a plus that more need the reader than the day holds, and where they are', async () => {
    open({
      needsYou: Array.from({ length: mostOfToday.needsYou }, (_, n) =>
        aRow({ side: 'sender', id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` }),
      ),
      waitingForOthers: [aRow({ id: mikko.id, side: 'sender' })],
      waitingForOthersCount: mostCounted,
    });

    expect(await screen.findByRole('list', { name: 'Vaatii sinua (50+)' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Näytä kaikki omat ohjaukset' })).toHaveAttribute(
      'href',
      '/asiat?kenen=omat',
    );
    expect(screen.getByText('Odottaa muita (500+)')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Näytä kaikki odottavat', hidden: true })).toHaveAttribute(
      'href',
      '/asiat?kenen=omat&tilanne=waiting_provider',
    );
  });

  it('reads the day again when a referral changes elsewhere', async () => {
    const { server, wire } = open({});
    await screen.findByText('Mikään ei odota sinua.');

    server.on(referralRoutes.today, () => ({
      ...nothing,
      answered: [aRow({ side: 'sender', status: 'accepted' })],
    }));
    act(() => wire.tell('referralChanged', { referralId: mikko.id, version: 5 }));

    expect(await screen.findByText('Paikka luvattu')).toBeVisible();
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { container, unmount } = open(
        { needsYou: [late, mikko], answered: [aRow({ side: 'sender', status: 'waitlisted' })] },
        language,
      );
      await screen.findAllByText('KVL-2026-0139');
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
