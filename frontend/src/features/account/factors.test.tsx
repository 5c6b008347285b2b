import { accountRoutes, type AccountView, mailedRoutes } from '@rinnalla/shared/account/account-routes';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { anonymous, sanna, scenarioNow } from '../../testing/sessions.js';

const waitingFor = (signIn: SessionView['signIn']): SessionView => ({ ...anonymous, signIn });
const token = 'k'.repeat(43);
const account: AccountView = {
  email: 'sanna@example.org',
  hasPassword: true,
  isExempt: false,
  authenticator: { addedAt: scenarioNow, lastUsedAt: scenarioNow },
  passkeys: [
    {
      id: '00000000-0000-4000-8000-0000000000d1',
      name: 'Työkone',
      addedAt: scenarioNow,
      lastUsedAt: null,
      isBackedUp: true,
    },
  ],
  recoveryCodesLeft: 9,
  identities: [],
  sessions: [
    {
      id: '00000000-0000-4000-8000-0000000000e1',
      browser: 'firefox',
      system: 'linux',
      method: 'password',
      openedAt: scenarioNow,
      lastSeenAt: scenarioNow,
      isThis: true,
    },
    {
      id: '00000000-0000-4000-8000-0000000000e2',
      browser: 'chrome',
      system: 'android',
      method: 'passkey',
      openedAt: scenarioNow,
      lastSeenAt: scenarioNow,
      isThis: false,
    },
  ],
};
const anAccountServer = () => new FakeServer().on(accountRoutes.read, () => account);

describe('the second factor', () => {
  it('is asked for after the password, and its code opens Rinnalla', async () => {
    const server = new FakeServer()
      .on(sessionRoutes.signIn, () => waitingFor({ next: 'secondFactor', ways: ['code', 'recoveryCode'] }))
      .on(signInRoutes.withCode, () => sanna);
    const { user } = renderApp({ server, at: '/kirjaudu' });
    await user.type(await screen.findByLabelText('Sähköposti'), 'sanna@example.org');
    await user.type(screen.getByLabelText('Salasana'), 'neljä sinistä hevosta');
    await user.click(screen.getByRole('button', { name: 'Kirjaudu' }));

    await user.type(await screen.findByLabelText('Kuusi numeroa tunnistautumissovelluksesta'), '123 456');
    await user.click(screen.getByRole('button', { name: 'Vahvista' }));

    expect(await screen.findByRole('button', { name: 'Oma valikko: Sanna Koskinen' })).toBeVisible();
    expect(server.received.find(({ path }) => path === '/api/sign-in/code')?.body).toEqual({
      code: '123 456',
    });
  });

  it('says why a code may not fit, and takes a recovery code instead', async () => {
    const server = new FakeServer()
      .on(signInRoutes.withCode, () => {
        throw new Problem('wrongCredentials', { reason: 'secondFactor' });
      })
      .on(signInRoutes.withRecoveryCode, () => sanna);
    const { user } = renderApp({
      server,
      at: '/kirjaudu',
      session: waitingFor({ next: 'secondFactor', ways: ['code', 'recoveryCode'] }),
    });

    await user.type(await screen.findByLabelText('Kuusi numeroa tunnistautumissovelluksesta'), '123456');
    await user.click(screen.getByRole('button', { name: 'Vahvista' }));
    expect(await screen.findByText(/odota seuraavaa/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /käytä varakoodia/ }));
    await user.type(screen.getByRole('textbox', { name: /Varakoodi/ }), 'abcd-efgh');
    await user.click(screen.getByRole('button', { name: 'Vahvista' }));

    expect(await screen.findByRole('button', { name: 'Oma valikko: Sanna Koskinen' })).toBeVisible();
  });

  it('tells whose app cannot be checked any more what to do, rather than that the code is wrong', async () => {
    const server = new FakeServer().on(signInRoutes.withCode, () => {
      throw new Problem('wrongStatus', { reason: 'authenticatorLost' });
    });
    const { user } = renderApp({
      server,
      at: '/kirjaudu',
      session: waitingFor({ next: 'secondFactor', ways: ['code', 'recoveryCode'] }),
    });

    await user.type(await screen.findByLabelText('Kuusi numeroa tunnistautumissovelluksesta'), '123456');
    await user.click(screen.getByRole('button', { name: 'Vahvista' }));

    expect(await screen.findByText(/Käytä varakoodia ja ota sovellus käyttöön uudelleen/)).toBeVisible();
  });

  it('is taken into use before anything opens, and the recovery codes are seen before Rinnalla is', async () => {
    const server = new FakeServer()
      .on(signInRoutes.proposeAuthenticator, () => ({
        secret: 'JBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Rinnalla:sanna?secret=JBSWY3DPEHPK3PXP',
      }))
      .on(signInRoutes.enrolAuthenticator, () => ({
        recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'],
        session: sanna,
      }));
    const { user } = renderApp({
      server,
      at: '/tanaan',
      session: waitingFor({ next: 'enrolment', ways: [] }),
    });

    await user.click(await screen.findByRole('button', { name: 'Ota sovellus käyttöön' }));
    expect(await screen.findByRole('img', { name: 'Ruutukoodi tunnistautumissovellukselle' })).toBeVisible();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    await user.type(screen.getByLabelText('Kuusi numeroa, jotka sovellus näyttää'), '123456');
    await user.click(screen.getByRole('button', { name: 'Ota käyttöön' }));

    expect(await screen.findByText('aaaa-bbbb')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Oma valikko/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Olen tallentanut koodit' }));
    expect(await screen.findByRole('button', { name: 'Oma valikko: Sanna Koskinen' })).toBeVisible();
  });

  it('leads from an invitation’s link, whose token leaves the address, to a password', async () => {
    window.location.hash = token;
    const server = new FakeServer()
      .on(mailedRoutes.readInvitation, () => ({
        email: 'outi@example.org',
        givenName: 'Outi',
        organization: { fi: 'Keksitty ry' },
        providerId: null,
      }))
      .on(mailedRoutes.acceptInvitation, () => ({ accepted: true as const }));
    const { user } = renderApp({ server, at: '/kutsu' });

    await user.type(await screen.findByLabelText('Uusi salasana'), 'kahvikuppi ja pilvi');
    expect(window.location.hash).toBe('');
    await user.click(screen.getByRole('button', { name: 'Jatka' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path === '/api/invitation/acceptance')?.body).toEqual({
        token,
        password: 'kahvikuppi ja pilvi',
      }),
    );
    expect(JSON.stringify(server.received.map(({ path }) => path))).not.toContain(token);
  });
});

describe('one’s own account', () => {
  it('asks who one is before a risky act, and then does it by itself', async () => {
    const confirmed = { now: false };
    const server = anAccountServer()
      .on(confirmationRoutes.confirm, () => {
        confirmed.now = true;
        return { confirmedUntil: scenarioNow };
      })
      .on(accountRoutes.removePasskey, () => {
        if (!confirmed.now) throw new Problem('confirmIdentity');
        return { ...account, passkeys: [] };
      });
    const { user } = renderApp({ server, at: '/oma-tili', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Poista Työkone' }));
    await user.type(await screen.findByLabelText('Kuusi numeroa tunnistautumissovelluksesta'), '123456');
    await user.click(screen.getByRole('button', { name: 'Vahvista ja jatka' }));

    await waitFor(() => expect(screen.queryByText('Työkone')).toBeNull());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves the act undone when its person does not want to prove who they are', async () => {
    const server = anAccountServer().on(accountRoutes.renewRecoveryCodes, () => {
      throw new Problem('confirmIdentity');
    });
    const { user } = renderApp({ server, at: '/oma-tili', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Tee uudet koodit' }));
    await user.click(await screen.findByRole('button', { name: 'Peru' }));

    expect(await screen.findByText('Vahvista ensin, että olet sinä. Mitään ei vielä tehty.')).toBeVisible();
  });

  it('says why the last factor stays', async () => {
    const server = anAccountServer().on(accountRoutes.removeAuthenticator, () => {
      throw new Problem('wrongStatus', { reason: 'lastFactor' });
    });
    const { user } = renderApp({ server, at: '/oma-tili', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Poista Tunnistautumissovellus' }));

    expect(await screen.findByText(/viimeinen tapasi vahvistaa/)).toBeVisible();
  });

  it('ends a session that is open elsewhere', async () => {
    const server = anAccountServer().on(accountRoutes.endSession, () => ({
      ...account,
      sessions: account.sessions.slice(0, 1),
    }));
    const { user } = renderApp({ server, at: '/oma-tili', session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Kirjaa ulos: Chrome, Android' }));

    expect(await screen.findByText('Et ole kirjautuneena muualla.')).toBeVisible();
  });
});

describe('these screens have nothing that axe finds, in three languages', () => {
  const seen: [string, Parameters<typeof renderApp>[0]['session'], string][] = [
    ['/kirjaudu', waitingFor({ next: 'secondFactor', ways: ['passkey', 'code', 'recoveryCode'] }), ''],
    ['/kirjaudu', waitingFor({ next: 'enrolment', ways: [] }), ''],
    ['/unohtunut-salasana', anonymous, ''],
    ['/uusi-salasana', anonymous, token],
    ['/oma-tili', sanna, ''],
  ];
  it.each(seen)('%s', async (at, session, hash) => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      window.location.hash = hash;
      const { container, unmount } = renderApp({ server: anAccountServer(), at, language, session });
      await screen.findByRole('heading', { level: 1 });
      await waitFor(() => expect(container.querySelector('form, ul, button[type=button]')).not.toBeNull());
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
