import { Problem } from '@rinnalla/shared/kernel/problem';
import { usualChannel } from '@rinnalla/shared/notification/mailing';
import { type NotificationView, notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { LiveWire } from '../../testing/live-wire.js';
import { renderApp } from '../../testing/render-app.js';
import { sanna } from '../../testing/sessions.js';
import { caseAt } from './use-visited-case.js';

const referralId = '00000000-0000-4000-8000-0000000000d1';
const item = (number: number, given: Partial<NotificationView> = {}): NotificationView => ({
  id: String(number),
  kind: 'accepted',
  referralId,
  caseNumber: `KVL-2026-014${number}`,
  leftMembership: null,
  firstName: 'Anna',
  serviceTitle: { fi: 'Rinnallakulkija arkeen' },
  count: 1,
  urgent: false,
  at: '2026-11-24T05:42:00.000Z',
  seen: false,
  ...given,
});

/** The server's list, in which what is seen is seen. */
const withList = (items: NotificationView[]) => {
  const state = { items };
  const unseen = () => state.items.filter(({ seen }) => !seen).length;
  const server = new FakeServer()
    .on(notificationRoutes.list, () => ({ items: state.items, next: null, unseen: unseen() }))
    .on(notificationRoutes.markSeen, ({ body }) => {
      state.items = state.items.map((one) => ({
        ...one,
        seen:
          one.seen ||
          ('upTo' in body ? Number(one.id) <= Number(body.upTo) : one.referralId === body.referralId),
      }));
      return { unseen: unseen() };
    });
  return { server, state };
};

describe('the bell', () => {
  it('tells how many are new, shows them, and leads to the case', async () => {
    const { server } = withList([item(2, { kind: 'message', count: 3 }), item(1, { seen: true })]);
    const { user } = renderApp({ server, at: '/ilmoitukset/asetukset', session: sanna });
    await screen.findByRole('heading', { level: 1 });

    await user.click(await screen.findByRole('button', { name: 'Ilmoitukset, 1 uusi' }));

    const panel = screen.getByRole('region', { name: 'Ilmoitukset' });
    expect(within(panel).getByRole('link', { name: '3 uutta viestiä' })).toHaveAttribute(
      'href',
      `/asiat/${referralId}#keskustelu`,
    );
    expect(within(panel).getByRole('link', { name: 'Paikka luvattiin' })).toHaveAttribute(
      'href',
      `/asiat/${referralId}`,
    );
    expect(within(panel).getAllByText('Uusi')).toHaveLength(1);
    expect(within(panel).getAllByText('Anna · Rinnallakulkija arkeen')).toHaveLength(2);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Ilmoitukset, 1 uusi' })).toHaveFocus();
  });

  it('has nothing new once all are marked as seen', async () => {
    const { server } = withList([item(2), item(1)]);
    const { user } = renderApp({ server, at: '/palvelut', session: sanna });
    await user.click(await screen.findByRole('button', { name: 'Ilmoitukset, 2 uutta' }));

    await user.click(screen.getByRole('button', { name: 'Merkitse kaikki nähdyiksi' }));

    expect(await screen.findByRole('button', { name: 'Ilmoitukset' })).toBeVisible();
    expect(server.received.find(({ path }) => path === '/api/notifications/seen')?.body).toEqual({
      upTo: '2',
    });
  });

  it('counts again when the server says that something came', async () => {
    const wire = new LiveWire();
    const { server, state } = withList([]);
    renderApp({ server, at: '/palvelut', session: sanna, wire });
    await screen.findByRole('button', { name: 'Ilmoitukset' });

    state.items = [item(1)];
    act(() => wire.says('notificationsChanged', {}));

    expect(await screen.findByRole('button', { name: 'Ilmoitukset, 1 uusi' })).toBeVisible();
  });

  it('lets go of what happened in the case that one looks at', async () => {
    const { server } = withList([item(2, { referralId: '00000000-0000-4000-8000-0000000000d2' }), item(1)]);
    renderApp({ server, at: `/asiat/${referralId}`, session: sanna });

    await waitFor(() =>
      expect(
        server.received.filter(({ path }) => path === '/api/notifications/seen').map(({ body }) => body),
      ).toEqual([{ referralId }]),
    );
    expect(await screen.findByRole('button', { name: 'Ilmoitukset, 1 uusi' })).toBeVisible();
  });

  it.each([
    [`/asiat/${referralId}`, '', referralId],
    ['/saapuneet', `?asia=${referralId}`, referralId],
    ['/asiat', '', undefined],
    ['/saapuneet', '', undefined],
    ['/palvelut', `?asia=${referralId}`, undefined],
  ])('sees a case at %s%s: %s', (pathname, search, expected) =>
    expect(caseAt({ pathname, search })).toBe(expected),
  );
});

describe('Ilmoitukset', () => {
  it('lists everything and has no barrier', async () => {
    const { server } = withList([
      item(2, { urgent: true, kind: 'newReferral' }),
      item(1, { seen: true, firstName: null }),
    ]);
    const { container } = renderApp({ server, at: '/ilmoitukset', session: sanna });

    expect(await screen.findByText('Heti')).toBeVisible();
    expect(screen.getByText('Asiakas · Rinnallakulkija arkeen')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads who reads no case to the log, and who leads to the person who left', async () => {
    const noCase = { referralId: null, firstName: null, serviceTitle: null };
    const leftMembership = { id: '00000000-0000-4000-8000-0000000000c1', name: 'Sanna Virtanen' };
    const { server } = withList([
      item(2, { ...noCase, kind: 'openedInEmergency', urgent: true }),
      item(1, { ...noCase, kind: 'leftWithoutOwner', caseNumber: null, leftMembership }),
    ]);
    renderApp({ server, at: '/ilmoitukset', session: sanna });

    expect(await screen.findByRole('link', { name: 'Asia avattiin kiireellisesti' })).toHaveAttribute(
      'href',
      '/loki',
    );
    expect(screen.getByText(/KVL-2026-0142/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Asioilta puuttuu vastuuhenkilö' })).toHaveAttribute(
      'href',
      `/henkilot/${leftMembership.id}`,
    );
    expect(screen.getByText('Sanna Virtanen ei ole enää tehtävässään')).toBeVisible();
    expect(screen.queryByText(/Asiakas ·/)).toBeNull();
  });

  it.each([
    ['fi', 'Ei ilmoituksia'],
    ['sv', 'Inga notiser'],
    ['en', 'No notifications'],
  ] as const)('says in %s that there is nothing', async (language, words) => {
    renderApp({ server: withList([]).server, at: '/ilmoitukset', session: sanna, language });

    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says that it could not be read, and tries again', async () => {
    const { server } = withList([item(1)]);
    server.on(notificationRoutes.list, () => {
      throw new Problem('unavailable');
    });
    const { user } = renderApp({ server, at: '/ilmoitukset', session: sanna });
    const again = await screen.findByRole('button', { name: /uudelleen/i });
    server.on(notificationRoutes.list, () => ({ items: [item(1)], next: null, unseen: 1 }));

    await user.click(again);

    expect(await screen.findByRole('link', { name: 'Paikka luvattiin' })).toBeVisible();
  });
});

describe('the settings of notifications', () => {
  const withSettings = () => {
    let channels = { ...usualChannel };
    return withList([])
      .server.on(notificationRoutes.readSettings, () => ({ channels }))
      .on(notificationRoutes.changeSettings, ({ body }) => ({
        channels: (channels = { ...channels, ...body.channels }),
      }));
  };

  it('are kept choice by choice', async () => {
    const server = withSettings();
    const { user, container } = renderApp({ server, at: '/ilmoitukset/asetukset', session: sanna });

    await user.selectOptions(await screen.findByLabelText('Uusi viesti'), 'Ei sähköpostia');

    await screen.findAllByText('Tallennettu: Uusi viesti');
    expect(screen.getByLabelText('Uusi viesti')).toHaveDisplayValue('Ei sähköpostia');
    expect(screen.getByLabelText('Jakso alkoi')).toHaveDisplayValue('Aamun koosteessa');
    expect(server.received.find(({ method }) => method === 'PUT')?.body).toEqual({
      channels: { message: 'none' },
    });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('show what stands when a choice could not be kept', async () => {
    const server = withSettings().on(notificationRoutes.changeSettings, () => {
      throw new Problem('unavailable');
    });
    const { user } = renderApp({ server, at: '/ilmoitukset/asetukset', session: sanna });

    await user.selectOptions(await screen.findByLabelText('Uusi viesti'), 'Ei sähköpostia');

    await screen.findAllByRole('alert');
    expect(screen.getByLabelText('Uusi viesti')).toHaveDisplayValue('10 minuutin kuluttua');
  });
});
