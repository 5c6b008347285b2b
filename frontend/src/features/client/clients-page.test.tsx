import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { type ClientView, clientRoutes } from '@rinnalla/shared/client/client-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { sanna } from '../../testing/sessions.js';

const leila: ClientView = {
  id: '00000000-0000-4000-8000-000000000029',
  version: 3,
  firstName: 'Leila',
  surname: 'Salo',
  language: 'fi',
  birthYear: 1997,
  ageBand: '20–29',
  hasIdentityCode: true,
  goal: 'Haluan opiskella rauhassa ja turvassa.',
  needs: [],
  planType: 'none',
  nonDisclosure: true,
  nonDisclosureUntil: '2027-06-30',
  homeMunicipality: null,
  contact: { way: 'phone', phone: '040 123 4567', email: null, wishes: 'Soita vain klo 10–12, ei viestejä.' },
  handler: { id: sanna.person?.id ?? '', name: 'Sanna Koskinen' },
};
const row = {
  id: leila.id,
  firstName: 'Leila',
  goal: leila.goal,
  nonDisclosure: true,
  handlerName: 'Sanna Koskinen',
  openReferrals: 1,
};

const aServer = () =>
  new FakeServer()
    .on(clientRoutes.list, () => ({ items: [row], next: null }))
    .on(clientRoutes.read, () => leila)
    .on(catalogueRoutes.municipalities, () => ({ items: [] }));

describe('a coach’s clients', () => {
  it('are listed by first name and their own words, without a surname', async () => {
    const { container } = renderApp({ server: aServer(), at: '/asiakkaat', session: sanna });

    expect(await screen.findByText('Haluan opiskella rauhassa ja turvassa.')).toBeVisible();
    expect(screen.getByText('Turvakielto – yhteystietoja ei näytetä')).toBeVisible();
    expect(container).not.toHaveTextContent('Salo');
  });

  it('under a non-disclosure order have no field for where they live', async () => {
    renderApp({ server: aServer(), at: `/asiakkaat/${leila.id}`, session: sanna });

    await screen.findByLabelText('Etunimi');

    expect(screen.queryByLabelText('Kotikunta')).not.toBeInTheDocument();
  });

  it('are saved over the version that was read, and an untouched identity code is left as it is', async () => {
    const server = aServer().on(clientRoutes.change, () => ({ ...leila, version: 4 }));
    const { user } = renderApp({ server, at: `/asiakkaat/${leila.id}`, session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Tallenna asiakas' }));

    await waitFor(() => expect(server.received.some(({ method }) => method === 'PUT')).toBe(true));
    const body = server.received.find(({ method }) => method === 'PUT')?.body;
    expect(body).toMatchObject({ version: 3, firstName: 'Leila' });
    expect(body).not.toHaveProperty('identityCode');
  });

  it('changed by another meanwhile keep what was typed and are saved over the newest version when one says so', async () => {
    let version = 3;
    const server = aServer()
      .on(clientRoutes.read, () => ({ ...leila, version }))
      .on(clientRoutes.change, ({ body }) => {
        if (body.version === 3) throw new Problem('changedMeanwhile');
        return { ...leila, version: 5 };
      });
    const { user } = renderApp({ server, at: `/asiakkaat/${leila.id}`, session: sanna });
    await user.type(await screen.findByLabelText('Etunimi'), 'na');
    version = 4;

    await user.click(screen.getByRole('button', { name: 'Tallenna asiakas' }));
    await user.click(await screen.findByRole('button', { name: 'Näytä uusin tieto' }));
    await user.click(screen.getByRole('button', { name: 'Tallenna asiakas' }));

    await waitFor(() =>
      expect(server.received.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({
        version: 4,
        firstName: 'Leilana',
      }),
    );
  });

  it('have nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      for (const at of ['/asiakkaat', `/asiakkaat/${leila.id}`]) {
        const { container, unmount } = renderApp({ server: aServer(), at, session: sanna, language });
        await screen.findByText(leila.goal);
        expect(await axe(container)).toHaveNoViolations();
        unmount();
      }
    }
  });
});
