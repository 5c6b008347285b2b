import type { ReferralRow, ReferralView, TakenStep } from '@rinnalla/shared/referral/referral';
import type { Wire } from '../platform/realtime.js';
import { kouvola, salmenpaa, scenarioNow } from './sessions.js';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
export const annaReferralId = id(142);
export const companionServiceId = id(7);
export const offeringId = id(71);

export const annasGoal = 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.';

/** Anna's referral to a companion as it lies in the provider's inbox; each test says what differs. */
export const aRow = (given: Partial<ReferralRow> = {}): ReferralRow => ({
  id: annaReferralId,
  caseNumber: 'KVL-2026-0142',
  version: 2,
  status: 'sent',
  group: 'waiting_provider',
  statusSince: scenarioNow,
  urgency: 'K3',
  side: 'provider',
  turn: { of: 'provider', dueAt: '2026-12-01T14:00:00.000Z', late: false },
  firstName: 'Anna',
  goal: annasGoal,
  needs: ['home_visits'],
  municipality: '286',
  startWish: null,
  service: { id: companionServiceId, title: { fi: 'Rinnallakulkija' } },
  sender: { id: kouvola.id, name: kouvola.name },
  provider: { id: salmenpaa.id, name: salmenpaa.name },
  handlerName: 'Sanna Koskinen',
  assigneeName: null,
  firstMeetingAt: null,
  startedOn: null,
  plannedStartOn: null,
  sentAt: scenarioNow,
  unread: 0,
  ...given,
});

const anOffering = {
  id: offeringId,
  code: 'Kouvola',
  startsOn: null,
  continuous: true,
  freePlaces: 6,
  waitlistLength: 0,
};

/** What the server answers to a step. */
export const aTakenStep = (given: Partial<TakenStep> = {}): TakenStep => ({
  id: annaReferralId,
  version: 3,
  status: 'acknowledged',
  firstMeetingAt: null,
  plannedStartOn: null,
  dueAt: null,
  ...given,
});

/** The same referral as its own page shows it to the provider before acceptance. */
export const aView = (given: Partial<ReferralView> = {}): ReferralView => ({
  ...aRow(),
  urgencyReason: null,
  recordSince: null,
  card: {
    firstName: 'Anna',
    goal: annasGoal,
    needs: ['home_visits'],
    background: null,
    planType: 'employment',
    binding: false,
    language: 'fi',
    ageBand: '30–39',
    municipality: '286',
  },
  disclosedNow: null,
  disclosedOnAcceptance: null,
  clientId: null,
  offering: null,
  offerings: [anOffering],
  plannedEndOn: null,
  endedOn: null,
  queue: null,
  questions: [],
  decline: null,
  closing: null,
  alternatives: [],
  steps: [
    {
      version: 2,
      action: 'send',
      from: 'draft',
      to: 'sent',
      at: scenarioNow,
      actorName: 'Sanna Koskinen',
      organization: kouvola.name,
      side: 'sender',
      reason: null,
      note: null,
    },
  ],
  actions: ['ask', 'accept', 'waitlist', 'decline'],
  undoFreeUntil: null,
  previousReferralId: null,
  nextReferralId: null,
  caseTeam: [
    { name: 'Sanna Koskinen', organization: kouvola.name, role: 'coach' },
    { name: 'Pekka Ahola', organization: salmenpaa.name, role: 'providerWorker' },
  ],
  ...given,
});

/** A live connection that the test speaks for: `wire.tell('referralChanged', …)`. */
export const aLiveWire = (): Wire & { tell: (event: string, ...args: unknown[]) => void } => {
  const handlers: ((event: string, ...args: unknown[]) => void)[] = [];
  return {
    connected: true,
    on: (event, handler) => {
      if (event === 'connect') handler();
    },
    onAny: (handler) => void handlers.push(handler),
    emitWithAck: () => Promise.resolve('ok'),
    close: () => undefined,
    tell: (event, ...args) => {
      for (const handler of handlers) handler(event, ...args);
    },
  };
};
