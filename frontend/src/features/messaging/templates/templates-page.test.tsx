import { Problem } from '@rinnalla/shared/kernel/problem';
import { type TemplateView, templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../../testing/fake-server.js';
import { renderApp } from '../../../testing/render-app.js';
import { sanna } from '../../../testing/sessions.js';

const at = '/keskustelut/valmiit-viestit';
const template: TemplateView = {
  id: '00000000-0000-4000-8000-0000000000f1',
  name: { fi: 'Ei saatu kiinni', sv: 'Nåddes inte' },
  body: { fi: 'Soitin asiasta {caseNumber}, mutta en saanut kiinni.', sv: 'Jag ringde om {caseNumber}.' },
  version: 1,
};
const aServer = (given: { mayKeep?: boolean } = {}) => {
  let items = [template];
  return new FakeServer()
    .on(templateRoutes.list, () => ({ items, mayKeep: given.mayKeep ?? true }))
    .on(templateRoutes.write, ({ body }) => {
      const made = { ...body, id: '00000000-0000-4000-8000-0000000000f2', version: 1 } as TemplateView;
      items = [...items, made];
      return made;
    })
    .on(templateRoutes.remove, () => {
      items = [];
      return { removed: true as const };
    });
};

describe('Valmiit viestit', () => {
  it('are written in three languages, one at a time, with places that the system fills in', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at, session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Uusi valmis viesti' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Nimi'), 'Aloitus siirtyy');
    await user.type(form.getByLabelText('Viesti'), 'Aloitus siirtyy.');
    await user.click(form.getByRole('button', { name: 'Asianumero' }));
    expect(form.getByLabelText('Viesti')).toHaveValue('Aloitus siirtyy. {Asianumero}');
    await user.click(form.getByRole('radio', { name: 'Svenska' }));
    await user.type(form.getByLabelText('Viesti (svenska)'), 'Starten flyttas.');
    await user.click(form.getByRole('button', { name: 'Tallenna' }));

    expect(await screen.findByRole('heading', { name: 'Aloitus siirtyy' })).toBeVisible();
    expect(server.received.find(({ method }) => method === 'POST')?.body).toEqual({
      name: { fi: 'Aloitus siirtyy' },
      body: { fi: 'Aloitus siirtyy. {caseNumber}', sv: 'Starten flyttas.' },
    });
  });

  it('refuse a place for anything of the client at the field, and keep what was typed', async () => {
    const { user } = renderApp({ server: aServer(), at, session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Muokkaa viestiä Ei saatu kiinni' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Viesti'), ' {{firstName}');
    await user.click(form.getByRole('button', { name: 'Tallenna' }));

    expect(form.getByRole('link', { name: /^Viesti:/ })).toBeVisible();
    expect(form.getByLabelText('Viesti')).toHaveValue(
      'Soitin asiasta {Asianumero}, mutta en saanut kiinni. {firstName}',
    );
  });

  it('are asked about before they are kept, and their own telephone number is not', async () => {
    const server = aServer();
    const { user } = renderApp({ server, at, session: sanna });
    await user.click(await screen.findByRole('button', { name: 'Uusi valmis viesti' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Nimi'), 'Lääkitys');
    await user.type(form.getByLabelText('Viesti'), 'Soita 040 123 4567.');
    await user.click(form.getByRole('button', { name: 'Tallenna' }));

    const question = within(await screen.findByRole('dialog', { name: 'Tarkista teksti' }));
    expect(question.queryByText('Puhelinnumero')).toBeNull();
    await user.click(question.getByRole('button', { name: 'Tallenna silti' }));

    await waitFor(() =>
      expect(server.received.find(({ method }) => method === 'POST')?.body).toMatchObject({
        acknowledged: ['health'],
      }),
    );
  });

  it('say when somebody else was first, and keep what was typed', async () => {
    const server = aServer().on(templateRoutes.change, () => {
      throw new Problem('changedMeanwhile', { details: { version: 2 } });
    });
    const { user } = renderApp({ server, at, session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Muokkaa viestiä Ei saatu kiinni' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Viesti'), ' Soitan huomenna.');
    await user.click(form.getByRole('button', { name: 'Tallenna' }));

    expect(await form.findByText(/^Joku muu muutti viestiä/)).toBeVisible();
    expect(form.getByLabelText('Viesti')).toHaveValue(
      'Soitin asiasta {Asianumero}, mutta en saanut kiinni. Soitan huomenna.',
    );
  });

  it('are removed after asking', async () => {
    const { user } = renderApp({ server: aServer(), at, session: sanna });

    await user.click(await screen.findByRole('button', { name: 'Poista viesti Ei saatu kiinni' }));
    await user.click(screen.getByRole('button', { name: 'Poista valmis viesti' }));

    expect(await screen.findByText('Ei vielä valmiita viestejä.')).toBeVisible();
  });

  it('are only looked at by those who do not keep them', async () => {
    renderApp({ server: aServer({ mayKeep: false }), at, session: sanna });

    expect(await screen.findByText(/muokkaa organisaatiosi koordinaattori/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Muokkaa|Poista|Uusi/ })).not.toBeInTheDocument();
  });

  it('have nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const { container, unmount } = renderApp({ server: aServer(), at, session: sanna, language });
      await screen.findByRole('heading', { level: 2 });
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
