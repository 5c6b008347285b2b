import { Problem } from '@rinnalla/shared/kernel/problem';
import { type DutyView, handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { memberRoutes, type MemberView } from '@rinnalla/shared/organization/member-routes';
import { officeRoutes } from '@rinnalla/shared/organization/office-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { kaisa } from '../../testing/sessions.js';

const pekkaId = '00000000-0000-4000-8000-0000000000d1';
const outiId = '00000000-0000-4000-8000-0000000000d2';
const aMember = (given: Partial<MemberView> = {}): MemberView => ({
  membershipId: pekkaId,
  personId: '00000000-0000-4000-8000-0000000000e1',
  version: 3,
  name: 'Pekka Ahola',
  email: 'pekka@example.org',
  role: 'providerWorker',
  title: {},
  status: 'active',
  validFrom: '2025-01-01',
  validTo: null,
  ended: null,
  invitation: null,
  substitutes: [],
  offices: [],
  isMe: false,
  may: {
    change: true,
    inviteAgain: false,
    withdrawInvitation: false,
    substitute: false,
    grantOffice: true,
    end: true,
    resetFactors: true,
  },
  ...given,
});
const aDuty = (given: Partial<DutyView> = {}): DutyView => ({
  kind: 'referral',
  id: '00000000-0000-4000-8000-0000000000f1',
  caseNumber: 'KVL-2026-0142',
  status: 'started',
  dueAt: null,
  hasMeetingAhead: true,
  awayName: null,
  ...given,
});
const second = aDuty({
  id: '00000000-0000-4000-8000-0000000000f2',
  caseNumber: 'KVL-2026-0143',
  hasMeetingAhead: false,
});

const aServer = (items: DutyView[] = [aDuty(), second], member = aMember()) =>
  new FakeServer()
    .on(memberRoutes.read, () => ({ member, grantableRoles: ['providerWorker' as const] }))
    .on(memberRoutes.search, () => ({ items: [], next: null, grantableRoles: [] }))
    .on(organizationRoutes.people, () => ({ items: [], next: null }))
    .on(handoverRoutes.duties, () => ({
      items,
      successors: [
        { membershipId: outiId, name: 'Outi Berg', role: 'providerWorker' as const, isHeir: true },
        {
          membershipId: '00000000-0000-4000-8000-0000000000d3',
          name: 'Kaisa Vuori',
          role: 'providerManager' as const,
          isHeir: false,
        },
      ],
    }))
    .on(handoverRoutes.end, () => ({ member: { ...member, status: 'ended' as const }, handedOver: 2 }));
const open = (server: FakeServer, at = `/henkilot/${pekkaId}/paata`) =>
  renderApp({ server, at, session: kaisa });
const sent = (server: FakeServer) => server.received.find(({ path }) => path.endsWith('/end'))?.body;

describe('ending a person’s membership', () => {
  it('waits until everything has somebody to go on with it: one choice for all', async () => {
    const server = aServer();
    const { user, container } = open(server);

    const submit = await screen.findByRole('button', { name: 'Siirrä ja päätä tehtävä' });
    expect(submit).toBeDisabled();
    expect(screen.getByText('2 asiaa on vielä ilman jatkajaa.')).toBeVisible();
    expect(screen.getByText(/saa muistutuksen soittaa asiakkaalle/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.selectOptions(screen.getByLabelText('Kaikki samalle henkilölle'), 'Outi Berg');
    await user.click(submit);

    expect((await screen.findAllByText(/2 asiaa siirtyi/))[0]).toBeVisible();
    expect(sent(server)).toEqual({ version: 3, takers: [], othersTo: outiId });
  });

  it('takes one by one, too', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.selectOptions(await screen.findByLabelText('Kaikki samalle henkilölle'), 'Outi Berg');
    await user.selectOptions(screen.getByLabelText('Kuka jatkaa: Asia KVL-2026-0143'), 'Kaisa Vuori');
    await user.click(screen.getByRole('button', { name: 'Siirrä ja päätä tehtävä' }));

    await screen.findAllByText(/2 asiaa siirtyi/);
    expect(sent(server)).toMatchObject({
      takers: [{ kind: 'referral', id: second.id, membershipId: '00000000-0000-4000-8000-0000000000d3' }],
    });
  });

  it('says that something came meanwhile, and that nothing has moved', async () => {
    const server = aServer([]).on(handoverRoutes.end, () => {
      throw new Problem('wrongStatus', { reason: 'ownerless' });
    });
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Siirrä ja päätä tehtävä' }));

    expect(await screen.findByText(/Sillä välin tuli uusi asia/)).toBeVisible();
  });
});

describe('a person’s page', () => {
  it('tells to whom everything falls after the last day', async () => {
    open(aServer([aDuty()], aMember({ status: 'ending', validTo: '2026-12-31' })), `/henkilot/${pekkaId}`);

    expect(
      await screen.findByText('Viimeisen päivän jälkeen ne siirtyvät itsestään: Outi Berg.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Päätä henkilön tehtävä nyt' })).toBeVisible();
  });

  it('of somebody whose days are over tells what was left, and leads to giving it away', async () => {
    const over = aMember({ status: 'ended', validTo: '2026-11-23' });
    const { user } = open(aServer([aDuty(), second], over), `/henkilot/${pekkaId}`);

    expect(await screen.findByText('Tehtävä päättyi, ja 2 asiaa jäi ilman vastuuhenkilöä.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Siirrä asiat' }));

    expect(await screen.findByRole('heading', { name: 'Siirrä asiat: Pekka Ahola' })).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Siirrä asiat' })).toBeDisabled();
    expect(screen.queryByText(/kirjautuu heti ulos/)).toBeNull();
  });

  it('of somebody whose days are over and who left nothing asks for nothing', async () => {
    const server = aServer([], aMember({ status: 'ended', validTo: '2026-11-23' }));
    open(server, `/henkilot/${pekkaId}`);

    await screen.findByRole('heading', { name: 'Pekka Ahola' });
    await waitFor(() => expect(server.received.some(({ path }) => path.endsWith('/duties'))).toBe(true));
    expect(screen.queryByRole('link', { name: 'Siirrä asiat' })).toBeNull();
  });

  describe('for who has lost the phone', () => {
    it('takes the second steps away after asking, and says it', async () => {
      const server = aServer([]).on(memberRoutes.resetFactors, () => ({ member: aMember() }));
      const { user, container } = open(server, `/henkilot/${pekkaId}`);
      await user.click(await screen.findByRole('button', { name: 'Poista vahvistustavat' }));
      const dialog = within(
        screen.getByRole('dialog', { name: 'Poistetaanko vahvistustavat: Pekka Ahola?' }),
      );
      expect(dialog.getByText(/tulee häneltä itseltään/)).toBeVisible();
      expect(await axe(container)).toHaveNoViolations();
      await user.click(dialog.getByRole('button', { name: 'Poista vahvistustavat' }));

      expect((await screen.findAllByText('Vahvistustavat on poistettu: Pekka Ahola.'))[0]).toBeVisible();
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    it.each([
      ['noFactors', /ei ole vahvistustapoja/],
      ['belongsElsewhere', /toisessa organisaatiossa/],
    ])('says why not: %s', async (reason, words) => {
      const server = aServer([]).on(memberRoutes.resetFactors, () => {
        throw new Problem('wrongStatus', { reason });
      });
      const { user } = open(server, `/henkilot/${pekkaId}`);
      await user.click(await screen.findByRole('button', { name: 'Poista vahvistustavat' }));
      await user.click(
        within(screen.getByRole('dialog')).getByRole('button', { name: 'Poista vahvistustavat' }),
      );

      expect(await screen.findByText(words)).toBeVisible();
    });

    it('is not offered where it may not be done', async () => {
      open(aServer([], aMember({ may: { ...aMember().may, resetFactors: false } })), `/henkilot/${pekkaId}`);

      await screen.findByRole('heading', { name: 'Mistä henkilö vastaa' });
      expect(screen.queryByRole('button', { name: 'Poista vahvistustavat' })).toBeNull();
    });
  });

  it('takes virkasuhde: by which authority, for which task, from when', async () => {
    const server = aServer([]).on(officeRoutes.give, () => ({ member: aMember() }));
    const { user } = open(server, `/henkilot/${pekkaId}`);

    await user.click(await screen.findByRole('button', { name: 'Merkitse virkasuhde' }));
    const form = within(screen.getByRole('form', { name: 'Merkitse virkasuhde' }));
    await user.type(form.getByLabelText(/^Viranomainen/), 'Työllisyyspalvelut');
    await user.type(form.getByLabelText(/^Lakisääteinen tehtävä/), 'Suunnitelman laatiminen');
    await user.click(form.getByRole('button', { name: 'Tallenna virkasuhde' }));

    expect((await screen.findAllByText('Virkasuhde on tallennettu.'))[0]).toBeVisible();
    expect(server.received.find(({ path }) => path.endsWith('/offices'))?.body).toMatchObject({
      authority: 'Työllisyyspalvelut',
      task: 'Suunnitelman laatiminen',
      validFrom: '2026-11-24',
    });
  });
});
