import type { Role } from '@rinnalla/shared/organization/role';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { ReferralView, TakenStep } from '@rinnalla/shared/referral/referral';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { type AClient, aClient, aMunicipality, anInforming } from './clients.js';
import { anOrganization, type SignedIn, signedIn } from './people.js';
import { type AnOffering, anOffering, type AService, aService } from './services.js';
import type { Answer, TestServer } from './test-server.js';

/** A municipality that refers and an association that receives, each with people, and a service with room. */
export interface ReferralSetting {
  municipalityId: string;
  associationId: string;
  sanna: SignedIn;
  marja: SignedIn;
  pekka: SignedIn;
  outi: SignedIn;
  kaisa: SignedIn;
  serviceId: string;
  offeringId: string;
  clientId: string;
}

export interface AReferralSetting {
  client?: Partial<AClient>;
  service?: Partial<AService>;
  offering?: Partial<AnOffering>;
  /** The sender has told the client what goes where; so it is unless said otherwise. */
  informed?: boolean;
}

/** Kouvola, Salmenpään Rinnallakulkijat and Anna, as the scenarios name them. Each test states only what matters to it. */
export const aReferralSetting = async (
  { owner }: TestServer,
  given: AReferralSetting = {},
): Promise<ReferralSetting> => {
  await aMunicipality(owner, { code: '286', name: 'Kouvola', region: 'Kymenlaakso' });
  const municipalityId = await anOrganization(owner, {
    kind: 'municipality',
    name: 'Kouvolan kaupunki',
    municipalityCode: '286',
  });
  const associationId = await anOrganization(owner, { name: 'Salmenpään Rinnallakulkijat ry' });
  const person = (organizationId: string, role: Role, givenName: string, surname: string) =>
    signedIn(owner, { organizationId, role, givenName, surname });
  const sanna = await person(municipalityId, 'coach', 'Sanna', 'Koskinen');
  const marja = await person(municipalityId, 'coordinator', 'Marja', 'Lehtonen');
  const pekka = await person(associationId, 'providerWorker', 'Pekka', 'Ahola');
  const outi = await person(associationId, 'providerWorker', 'Outi', 'Berg');
  const kaisa = await person(associationId, 'providerManager', 'Kaisa', 'Vuori');
  const serviceId = await aService(owner, {
    organizationId: associationId,
    municipalities: ['286'],
    ...given.service,
  });
  const offeringId = await anOffering(owner, { serviceId, organizationId: associationId, ...given.offering });
  const clientId = await aClient(owner, {
    organizationId: municipalityId,
    handlerId: sanna.personId,
    homeMunicipality: given.client?.nonDisclosure ? null : '286',
    ...given.client,
  });
  if (given.informed ?? true) await anInforming(owner, { clientId, serviceId });
  return { municipalityId, associationId, sanna, marja, pekka, outi, kaisa, serviceId, offeringId, clientId };
};

type TransitionBody = InputOf<typeof referralRoutes.transition>['body'];
type WithoutVersion<Body> = Body extends unknown ? Omit<Body, 'version'> : never;
export type Act = WithoutVersion<TransitionBody>;

/** Where a referral stands. */
export type Standing = Pick<TakenStep, 'id' | 'version' | 'status'>;

/** What people of the setting do to referrals, over HTTP. */
export class Acting {
  constructor(private readonly server: TestServer) {}

  draft(
    { sanna, clientId, serviceId }: Pick<ReferralSetting, 'sanna' | 'clientId' | 'serviceId'>,
    content: Partial<InputOf<typeof referralRoutes.draft>['body']> = {},
  ): Promise<Answer<typeof referralRoutes.draft>> {
    const body = {
      clientId,
      serviceId,
      goal: 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
      ...content,
    };
    return this.server.call(referralRoutes.draft, { body }, sanna);
  }

  transition(
    caller: SignedIn,
    { id, version }: { id: string; version: number },
    act: Act,
    headers: Record<string, string> = {},
  ): Promise<Answer<typeof referralRoutes.transition>> {
    const body = { ...act, version } as TransitionBody;
    return this.server.call(
      referralRoutes.transition,
      { params: { referralId: id }, body },
      { ...caller, headers },
    );
  }

  read(caller: SignedIn, id: string): Promise<Answer<typeof referralRoutes.read>> {
    return this.server.call(referralRoutes.read, { params: { referralId: id } }, caller);
  }

  /** As `transition`, but an act that is refused fails the test. */
  async act(caller: SignedIn, referral: { id: string; version: number }, act: Act): Promise<TakenStep> {
    const { status, body } = await this.transition(caller, referral, act);
    if (status !== 200) throw new Error(`${act.action} was refused: ${JSON.stringify(body)}`);
    return body;
  }

  /** As `act`, and the page as the same person reads it then. */
  async actAndRead(
    caller: SignedIn,
    referral: { id: string; version: number },
    act: Act,
  ): Promise<ReferralView> {
    await this.act(caller, referral, act);
    return (await this.read(caller, referral.id)).body;
  }

  /** A referral that has gone the straight way to a status, by what its people do. */
  async referral(setting: ReferralSetting, status: ReferralStatus = 'sent'): Promise<Standing> {
    const { sanna, pekka, offeringId } = setting;
    const steps: Partial<Record<ReferralStatus, (referral: Standing) => Promise<Standing>>> = {
      draft: async () => (await this.draft(setting)).body,
      sent: (referral) => this.act(sanna, referral, { action: 'send' }),
      acknowledged: async (referral) => (await this.read(pekka, referral.id)).body,
      clarification: (referral) =>
        this.act(pekka, referral, {
          action: 'ask',
          questions: [{ field: 'language', question: 'Mikä on kielitaito?' }],
        }),
      waitlisted: (referral) => this.act(pekka, referral, { action: 'waitlist', expectedWaitWeeks: 6 }),
      declined: (referral) => this.act(pekka, referral, { action: 'decline', reason: 'full' }),
      accepted: (referral) =>
        this.act(pekka, referral, {
          action: 'accept',
          offeringId,
          firstMeetingAt: '2026-11-26T13:00:00+02:00',
        }),
      started: (referral) => this.act(pekka, referral, { action: 'start', startDate: '2026-11-24' }),
      closing: (referral) =>
        this.act(pekka, referral, { action: 'finish', endDate: '2026-11-24', early: false }),
      completed: async (referral) => {
        const reported = await this.act(pekka, referral, {
          action: 'report',
          outcome: 'achieved',
          exitCode: 'next_service',
        });
        return this.act(sanna, reported, { action: 'approve' });
      },
    };
    const straight: ReferralStatus[] = ['draft', 'sent', 'acknowledged'];
    const running: ReferralStatus[] = ['accepted', 'started', 'closing', 'completed'];
    const last = running.includes(status)
      ? running.slice(0, running.indexOf(status) + 1)
      : straight.includes(status)
        ? []
        : [status];
    const way = straight.includes(status)
      ? straight.slice(0, straight.indexOf(status) + 1)
      : [...straight, ...last];
    let referral = {} as Standing;
    for (const step of way) {
      const next = steps[step];
      if (!next) throw new Error(`No straight way leads to ${step}.`);
      referral = await next(referral);
    }
    return referral;
  }
}
