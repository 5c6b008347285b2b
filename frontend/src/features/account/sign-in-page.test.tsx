import { Problem } from '@rinnalla/shared/kernel/problem';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { anonymous, sanna } from '../../testing/sessions.js';

const signIns = [
  {
    email: 'sanna@example.org',
    password: 'demo',
    name: 'Sanna Koskinen',
    role: 'coach',
    organization: { fi: 'Kouvola' },
  },
] as const;

const aServer = () =>
  new FakeServer().on(sessionRoutes.demonstrationSignIns, () => ({ signIns: [...signIns] }));

describe('signing in', () => {
  it('says which fields are empty, moves focus to the summary and leads from it to the field', async () => {
    const { user } = renderApp({ server: aServer(), at: '/kirjaudu' });

    await user.click(await screen.findByRole('button', { name: 'Kirjaudu' }));

    expect(screen.getByRole('heading', { name: '2 kohtaa kaipaa korjausta' })).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Salasana: Täytä tämä kohta.' }));
    expect(screen.getByLabelText('Salasana')).toHaveFocus();
  });

  it('keeps the address and says so when the password does not match', async () => {
    const server = aServer().on(sessionRoutes.signIn, () => {
      throw new Problem('wrongCredentials');
    });
    const { user } = renderApp({ server, at: '/kirjaudu' });

    await user.type(await screen.findByLabelText('Sähköposti'), 'sanna@example.org');
    await user.type(screen.getByLabelText('Salasana'), 'väärä');
    await user.click(screen.getByRole('button', { name: 'Kirjaudu' }));

    expect(await screen.findByText('Sähköposti tai salasana ei täsmää. Tarkista molemmat.')).toBeVisible();
    expect(screen.getByLabelText('Sähköposti')).toHaveValue('sanna@example.org');
  });

  it('lists the people of a demonstration and signs in as the one pressed', async () => {
    const server = aServer().on(sessionRoutes.signIn, () => sanna);
    const { user } = renderApp({ server, at: '/kirjaudu', session: { ...anonymous, demonstration: true } });

    await user.click(await screen.findByRole('button', { name: /Sanna Koskinen/ }));

    expect(await screen.findByRole('button', { name: 'Oma valikko: Sanna Koskinen' })).toBeVisible();
    expect(server.received.find(({ method }) => method === 'POST')?.body).toEqual({
      email: 'sanna@example.org',
      password: 'demo',
    });
  });

  it('asks for no demonstration people in a real installation', async () => {
    const server = aServer();
    renderApp({ server, at: '/kirjaudu' });

    await screen.findByLabelText('Sähköposti');

    expect(server.received.map(({ path }) => path)).not.toContain('/api/demonstration/sign-ins');
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { container, unmount } = renderApp({
        server: aServer(),
        at: '/kirjaudu',
        language,
        session: { ...anonymous, demonstration: true },
      });
      await waitFor(() => expect(screen.getByText('Sanna Koskinen')).toBeVisible());
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
