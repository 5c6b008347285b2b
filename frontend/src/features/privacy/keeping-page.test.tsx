import {
  type ErasurePreview,
  type ErasureRequestView,
  erasureRoutes,
  holdRoutes,
  type HoldView,
} from '@rinnalla/shared/privacy/erasure-routes';
import { retentionRoutes } from '@rinnalla/shared/privacy/retention-routes';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeServer } from '../../testing/fake-server.js';
import { renderApp } from '../../testing/render-app.js';
import { aSession, kouvola } from '../../testing/sessions.js';

const liisa = aSession({
  givenName: 'Liisa',
  surname: 'Vainio',
  role: 'serviceManager',
  organization: kouvola,
});
const officer = aSession({
  givenName: 'Timo',
  surname: 'Turva',
  role: 'dataProtectionOfficer',
  organization: kouvola,
});
const request: ErasureRequestView = {
  id: '00000000-0000-4000-8000-000000000061',
  version: 1,
  state: 'asked',
  caseNumbers: ['KVL-2026-0142'],
  askedAt: '2026-11-20T08:00:00.000Z',
  askedBy: 'Sanna Koskinen',
  dueOn: '2026-12-20',
  isHeld: false,
  decided: null,
  report: null,
};
const report = {
  going: ['KVL-2026-0142'],
  kept: [
    {
      caseNumber: 'KVL-2026-0143',
      act: '703/2023',
      label: { fi: 'Sosiaalihuollon asiakasasiakirja', sv: 'Klienthandling', en: 'Client document' },
      isConfirmed: false,
      until: '2056-11-24',
    },
  ],
  clientGoes: false,
  counts: { messages: 12, notes: 3, files: 0, drafts: 1, texts: 4, notifications: 2 },
  holdersAsked: 1,
};
const hold: HoldView = {
  id: '00000000-0000-4000-8000-000000000062',
  version: 1,
  caseNumber: 'KVL-2026-0150',
  act: '170/1999',
  reason: 'Vahingonkorvausasia on kesken.',
  from: '2026-11-01',
  to: null,
  setBy: 'Timo Turva',
  setAt: '2026-11-01T08:00:00.000Z',
  ended: null,
  stands: true,
};

const aServer = (given: Partial<ErasurePreview> = {}, holds: HoldView[] = []) => {
  let now = request;
  const server = new FakeServer();
  return server
    .on(erasureRoutes.list, () => ({ items: [now] }))
    .on(holdRoutes.list, () => ({ items: holds }))
    .on(retentionRoutes.preview, () => ({
      day: '2026-11-25',
      lines: [
        {
          rule: 'case',
          kind: 'case',
          label: { fi: 'Ohjauksen sisältö', sv: 'Hänvisningens innehåll', en: 'What a referral says' },
          act: '(EU) 2016/679 5(1)(e)',
          isConfirmed: false,
          ending: 2,
          held: 1,
          caseNumbers: ['KVL-2024-0001', 'KVL-2024-0002'],
          heldCaseNumbers: ['KVL-2024-0003'],
        } as const,
      ].map((line) => ({
        ...line,
        caseNumbers: [...line.caseNumbers],
        heldCaseNumbers: [...line.heldCaseNumbers],
      })),
    }))
    .on(retentionRoutes.runs, () => ({ items: [] }))
    .on(erasureRoutes.preview, () => ({
      request: now,
      plan: report,
      open: [],
      holds: [],
      mayErase: true,
      ...given,
    }))
    .on(erasureRoutes.erase, () => {
      now = {
        ...request,
        version: 2,
        state: 'erased',
        decided: { by: 'Liisa Vainio', at: '2026-11-24T06:00:00.000Z', refusal: null },
        report,
      };
      return { request: now };
    });
};
const open = (server: FakeServer, session = liisa) => renderApp({ server, at: '/sailytys', session });
const preview = async (user: { click: (what: Element) => Promise<void> }) => {
  await user.click(await screen.findByRole('button', { name: 'Esikatsele poistaminen: KVL-2026-0142' }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText('Poistetaan pysyvästi');
  return dialog;
};

describe('keeping and erasing', () => {
  it('tells before what goes, in counts, and what stays by which act until when', async () => {
    const { user } = open(aServer());

    const dialog = await preview(user);

    expect(dialog.getByText('12 viestiä')).toBeVisible();
    expect(dialog.queryByText(/tiedostoa/)).not.toBeInTheDocument();
    expect(
      dialog.getByText(/KVL-2026-0143: Sosiaalihuollon asiakasasiakirja\..*24\.11\.2056 asti\./),
    ).toBeVisible();
    expect(dialog.getByText(/Peruste: 703\/2023. Säilytysaika on vahvistamatta./)).toBeVisible();
    expect(dialog.getByText('Poistamista ei voi perua.')).toBeVisible();
  });

  it('erases from the version that was previewed, and then shows what was done', async () => {
    const server = aServer();
    const { user } = open(server);
    const dialog = await preview(user);

    await user.click(dialog.getByRole('button', { name: 'Poista tiedot nyt' }));

    expect(await screen.findByRole('dialog', { name: 'Mitä poistettiin' })).toBeVisible();
    expect(server.received.find(({ method }) => method === 'POST')?.body).toEqual({ version: 1 });
  });

  it('offers no erasing while a case runs or a hold stands, and says what stands in the way', async () => {
    const { user } = open(aServer({ open: ['KVL-2026-0142'], holds: [hold], mayErase: false }));

    const dialog = await preview(user);

    expect(dialog.getByText(/Asia on kesken: KVL-2026-0142/)).toBeVisible();
    expect(dialog.getByText(/Säilytysmääräys: 170\/1999/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Poista tiedot nyt' })).not.toBeInTheDocument();
  });

  it('lets the data protection officer look, and leaves the decision to who leads', async () => {
    const { user } = open(aServer({ mayErase: false }), officer);

    const dialog = await preview(user);

    expect(dialog.getByText('Palvelupäällikkö ratkaisee pyynnön.')).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Älä poista' })).not.toBeInTheDocument();
  });

  it('tells what time would end on a day, in counts and case numbers, and that the rules are proposals', async () => {
    open(aServer());

    expect(await screen.findByText('2 poistuu')).toBeVisible();
    expect(screen.getByText('1 on säilytysmääräyksessä')).toBeVisible();
    expect(screen.getByText(/KVL-2024-0001, KVL-2024-0002. Säilytetään: KVL-2024-0003/)).toBeVisible();
    expect(screen.getByText(/Säilytysajat ovat ehdotuksia/)).toBeVisible();
    expect(screen.getByText('Säilytysajan mukaan ei ole vielä poistettu mitään.')).toBeVisible();
  });

  it('ends a hold from the version that was read', async () => {
    const server = aServer({}, [hold]).on(holdRoutes.end, () => ({ ...hold, stands: false }));
    const { user } = open(server);

    await user.click(await screen.findByRole('button', { name: 'Päätä määräys KVL-2026-0150' }));

    expect((await screen.findAllByText('Säilytysmääräys on päättynyt.')).length).toBeGreaterThan(0);
    expect(server.received.find(({ method }) => method === 'POST')?.body).toEqual({ version: 1 });
  });

  it('has no fault that axe finds, with the dialogs open', async () => {
    const { user, container } = open(aServer({}, [hold]));
    await user.click(await screen.findByRole('button', { name: 'Aseta säilytysmääräys' }));
    await screen.findByRole('dialog');

    await waitFor(async () => expect(await axe(container)).toHaveNoViolations());
  });
});
