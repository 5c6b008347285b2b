import { Problem } from '@rinnalla/shared/kernel/problem';
import { memberRoutes, type MemberView } from '@rinnalla/shared/organization/member-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { kaisa, pekka, sanna } from '../../testing/sessions.js';

const aMember = (given: Partial<MemberView> = {}): MemberView => ({
  membershipId: '00000000-0000-4000-8000-0000000000d1',
  personId: '00000000-0000-4000-8000-0000000000e1',
  version: 1,
  name: 'Pekka Ahola',
  email: 'pekka@example.org',
  role: 'providerWorker',
  title: { fi: 'Ohjaaja' },
  status: 'active',
  validFrom: '2025-01-01',
  validTo: null,
  ended: null,
  invitation: null,
  substitutes: [],
  isMe: false,
  offices: [],
  may: {
    change: true,
    inviteAgain: false,
    withdrawInvitation: false,
    substitute: true,
    grantOffice: false,
    end: true,
    resetFactors: true,
  },
  ...given,
});
const outi = aMember({
  membershipId: '00000000-0000-4000-8000-0000000000d2',
  name: 'Outi Berg',
  email: 'outi@example.org',
  status: 'invited',
  invitation: { sentAt: '2026-11-20T08:00:00.000Z', expiresAt: '2026-11-27T08:00:00.000Z' },
  may: {
    change: true,
    inviteAgain: true,
    withdrawInvitation: true,
    substitute: false,
    grantOffice: false,
    end: false,
    resetFactors: false,
  },
});

const roles = ['providerWorker', 'providerManager'] as const;
const aServer = (items: MemberView[] = [outi, aMember()]) =>
  new FakeServer()
    .on(memberRoutes.search, ({ body }) => ({
      items: items.filter(
        ({ name, status }) =>
          (status === 'ended') === body.ended && name.toLowerCase().includes(body.name.toLowerCase()),
      ),
      next: null,
      grantableRoles: [...roles],
    }))
    .on(memberRoutes.read, ({ params }) => {
      const member = items.find(({ membershipId }) => membershipId === params.membershipId);
      if (!member) throw new Problem('notFound');
      return { member, grantableRoles: [...roles] };
    })
    .on(organizationRoutes.people, () => ({
      items: [aMember(), { ...outi, name: 'Liisa Aho' }].map((member) => ({
        ...member,
        officeHolder: false,
      })),
      next: null,
    }));
const open = (server: FakeServer, at = '/henkilot') => renderApp({ server, at, session: kaisa });
const memberAddress = ({ membershipId }: MemberView) => `/henkilot/${membershipId}`;

/** A toast is seen and spoken: the words stand twice. */
const said = async (words: string | RegExp) => (await screen.findAllByText(words))[0];

describe('the list of people', () => {
  it('tells of each who they are, in which role, how it stands and until when', async () => {
    const { container } = open(
      aServer([
        outi,
        aMember({ status: 'ending', validTo: '2026-12-31', isMe: true, title: { fi: 'Vertaisohjaaja' } }),
      ]),
    );

    const list = await screen.findByRole('list', { name: 'Henkilöt, jotka ovat nyt mukana' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Outi BergKutsuttu');
    expect(first).toHaveTextContent('Kutsulinkki toimii pe 27.11.2026 asti');
    expect(second).toHaveTextContent('Pekka AholaPäättymässäSinä');
    expect(second).toHaveTextContent('Ohjaaja, Vertaisohjaaja');
    // Her title says what her role does: once is enough.
    expect(first).toHaveTextContent('Ohjaajaouti@');
    expect(second).toHaveTextContent('Viimeinen päivä to 31.12.2026');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is narrowed by a name, which stands in no address, and says when nobody is found', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.type(await screen.findByRole('searchbox', { name: /Etsi nimellä/ }), 'xyz');

    expect(await screen.findByText('Kukaan ei löydy haulla ”xyz”.')).toBeVisible();
    expect(server.received.map(({ path }) => path).join()).not.toContain('xyz');
  });

  it('shows those who have ended apart, with who ended it', async () => {
    const { user } = open(
      aServer([
        aMember({ status: 'ended', ended: { at: '2026-11-20T14:00:00.000Z', byName: 'Kaisa Vuori' } }),
      ]),
    );
    expect(await screen.findByText('Organisaatiossasi ei ole vielä muita.')).toBeVisible();

    await user.click(screen.getByRole('tab', { name: 'Päättyneet' }));

    expect(await screen.findByText(/Kaisa Vuori päätti/)).toBeVisible();
  });

  it.each([
    ['association’s manager', kaisa, true],
    ['worker', pekka, false],
    ['coach', sanna, false],
  ])('is in the own menu of who leads: %s', async (_who, session, isThere) => {
    const { user } = renderApp({ server: aServer(), at: '/oma-tili', session });
    const name = `${session.person?.givenName} ${session.person?.surname}`;

    await user.click(await screen.findByRole('button', { name: `Oma valikko: ${name}` }));

    expect(screen.queryByRole('link', { name: 'Henkilöt' }) !== null).toBe(isThere);
  });
});

describe('inviting a person', () => {
  const fill = async (user: ReturnType<typeof open>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Kutsu henkilö' }));
    const form = within(screen.getByRole('form', { name: 'Kutsu henkilö' }));
    await user.type(form.getByLabelText('Sähköposti'), 'liisa@example.org');
    await user.type(form.getByLabelText('Etunimi'), 'Liisa');
    await user.type(form.getByLabelText('Sukunimi'), 'Aho');
    await user.click(form.getByRole('radio', { name: /^Ohjaaja/ }));
    return form;
  };

  it('offers only the roles that one may give, and sends who, which role and from when', async () => {
    const server = aServer().on(memberRoutes.invite, () => ({
      member: aMember({ name: 'Liisa Aho' }),
      isInvited: true,
    }));
    const { user, container } = open(server);

    const form = await fill(user);
    expect(form.getAllByRole('radio', { name: /Ohjaaja|vastuuhenkilö|valmentaja/ })).toHaveLength(2);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(form.getByRole('button', { name: 'Lähetä kutsu' }));

    expect(await said('Kutsu lähti: Liisa Aho.')).toBeVisible();
    expect(server.received.find(({ path }) => path === '/api/organization/members')?.body).toEqual({
      email: 'liisa@example.org',
      givenName: 'Liisa',
      surname: 'Aho',
      language: 'fi',
      role: 'providerWorker',
      title: {},
      validFrom: '2026-11-24',
      validTo: null,
    });
  });

  it('says in the form that the person has the role already, and keeps what was typed', async () => {
    const server = aServer().on(memberRoutes.invite, () => {
      throw new Problem('alreadyExists');
    });
    const { user } = open(server);

    const form = await fill(user);
    await user.click(form.getByRole('button', { name: 'Lähetä kutsu' }));

    expect(await form.findByText(/on jo tämä rooli/)).toBeVisible();
    expect(form.getByLabelText('Sähköposti')).toHaveValue('liisa@example.org');
  });

  it('asks for what is missing before anything is sent', async () => {
    const server = aServer();
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Kutsu henkilö' }));
    await user.click(screen.getByRole('button', { name: 'Lähetä kutsu' }));

    expect(await screen.findByRole('link', { name: /^Rooli:/ })).toBeVisible();
    expect(server.received.filter(({ path }) => path === '/api/organization/members')).toEqual([]);
  });
});

describe('one person', () => {
  it('gets a last day; the answer of the server is what is shown', async () => {
    let saved = aMember();
    const server = aServer()
      .on(memberRoutes.read, () => ({ member: saved, grantableRoles: [...roles] }))
      .on(memberRoutes.change, ({ body }) => {
        saved = aMember({ version: 2, status: 'ending', validTo: body.validTo ?? null });
        return { member: saved };
      });
    const { user, container } = open(server, memberAddress(aMember()));

    const form = within(await screen.findByRole('form', { name: 'Rooli ja voimassaolo' }));
    await user.type(form.getByRole('textbox', { name: /^Viimeinen päivä/ }), '31.12.2026');
    await user.click(form.getByRole('button', { name: 'Tallenna' }));

    expect(await said('Muutos on tallennettu.')).toBeVisible();
    expect(await screen.findByText('Viimeinen päivä to 31.12.2026')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('changed by another meanwhile keeps what was typed, says by whom, and is saved over the newest when one says so', async () => {
    let version = 1;
    const server = aServer()
      .on(memberRoutes.read, () => ({ member: aMember({ version }), grantableRoles: [...roles] }))
      .on(memberRoutes.change, ({ body }) => {
        if ((body as { version: number }).version === version && version > 1)
          return { member: aMember({ version: 3, role: 'coordinator' }) };
        version = 2;
        throw new Problem('changedMeanwhile', { details: { actorName: 'Liisa Aho', version } });
      });
    const { user } = open(server, memberAddress(aMember()));
    const title = await screen.findByLabelText(/Tehtävänimike suomeksi/);
    await user.clear(title);
    await user.type(title, 'Palveluohjaaja');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect((await screen.findAllByText(/Liisa Aho ehti muuttaa/))[0]).toBeVisible();
    expect(title).toHaveValue('Palveluohjaaja');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));

    expect(await said('Muutos on tallennettu.')).toBeVisible();
  });

  it('who is the last to lead stays, and it is said why', async () => {
    const server = aServer().on(memberRoutes.change, () => {
      throw new Problem('wrongStatus', { reason: 'lastManager' });
    });
    const { user } = open(server, memberAddress(aMember()));

    await user.click(await screen.findByRole('button', { name: 'Tallenna' }));

    expect(await screen.findByText(/oltava aina yksi vastuuhenkilö/)).toBeVisible();
  });

  it('whose invitation waits is invited again, or the invitation is taken back after a question', async () => {
    const server = aServer()
      .on(memberRoutes.inviteAgain, () => ({ member: outi }))
      .on(memberRoutes.withdrawInvitation, () => ({ member: { ...outi, status: 'ended' as const } }));
    const { user } = open(server, memberAddress(outi));

    await user.click(await screen.findByRole('button', { name: 'Lähetä kutsu uudelleen' }));
    expect(await said(/Vanha linkki lakkaa toimimasta/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Peru kutsu' }));
    await user.click(
      within(screen.getByRole('dialog', { name: 'Perutaanko kutsu?' })).getByRole('button', {
        name: 'Peru kutsu nyt',
      }),
    );

    expect(await said('Kutsu on peruttu.')).toBeVisible();
  });

  it('gets a substitute from among those who meet clients', async () => {
    const server = aServer().on(organizationRoutes.appointSubstitute, ({ body }) => ({
      id: '00000000-0000-4000-8000-0000000000f1',
      membershipId: body.membershipId ?? '',
      substituteMembershipId: body.substituteMembershipId,
      substituteName: 'Liisa Aho',
      validFrom: body.validFrom,
      validTo: null,
    }));
    const { user } = open(server, memberAddress(aMember()));

    await user.click(await screen.findByRole('button', { name: 'Nimeä sijainen' }));
    const form = within(screen.getByRole('form', { name: 'Nimeä sijainen' }));
    await user.selectOptions(form.getByLabelText('Sijainen'), 'Liisa Aho');
    await user.click(form.getByRole('button', { name: 'Nimeä' }));

    expect(await said('Sijainen on nimetty.')).toBeVisible();
  });

  it('is oneself: nothing to change here, and it is said who may', async () => {
    open(
      aServer([aMember({ isMe: true, may: { ...aMember().may, change: false } })]),
      memberAddress(aMember()),
    );

    expect(await screen.findByText(/muuttaa toinen vastuuhenkilö/)).toBeVisible();
    expect(screen.queryByRole('form', { name: 'Rooli ja voimassaolo' })).not.toBeInTheDocument();
  });
});
