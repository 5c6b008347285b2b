import { stageOf } from '@rinnalla/shared/referral/disclosure';
import type { ReferralView, Side } from '@rinnalla/shared/referral/referral';
import { referralActorOf } from '@rinnalla/shared/referral/referral-permissions';
import type { Role } from '@rinnalla/shared/organization/role';
import { undoFreeMs } from '@rinnalla/shared/referral/referral-undo';
import { availableActions } from '@rinnalla/shared/referral/referral-workflow';
import { doableActions } from '@rinnalla/shared/referral/transition-input';
import type { FittingService } from '../catalogue/catalogue.facade.js';
import { presentCard, type CardSource } from './receiver-card.presenter.js';
import type { PageStep, ReferralPageRecord } from './referral-page.query.js';
import { instant, presentRow, readingOf } from './referral-row.presenter.js';

export interface PageReader {
  side: Side;
  role: Role;
  now: Date;
}

/** Statutory bases whose duty is to report attendance know the person by the identity code. */
const dutiesWithIdentity = ['attendance', 'full'];

/** Names every field that leaves the server. A new column stays inside until it is written here. */
export const presentReferral = (
  page: ReferralPageRecord,
  reader: PageReader,
  proposals: readonly FittingService[],
): ReferralView => {
  const { side, now } = reader;
  const demandsIdentity = dutiesWithIdentity.includes(page.service?.reportingDuty ?? 'none');
  const reading = readingOf(page, side, 'card', demandsIdentity);
  const isSender = side === 'sender';
  const hasContent = stageOf(reading) !== 'record';
  const card = cardSourceOf(page);
  return {
    ...presentRow(page, side, now, 'card'),
    urgencyReason: isSender ? page.urgencyReason : null,
    recordSince: instant(page.recordedAt),
    card: presentCard(card, reading),
    disclosedNow: isSender && hasContent ? presentCard(card, { ...reading, side: 'provider' }) : null,
    disclosedOnAcceptance:
      isSender && hasContent
        ? presentCard(card, { ...reading, side: 'provider', status: 'accepted', wasSent: true })
        : null,
    clientId: isSender && hasContent ? page.clientId : null,
    offering: hasContent ? presentOffering(page) : null,
    offerings: page.offerings,
    plannedEndOn: page.plannedEndOn,
    endedOn: page.endedOn,
    queue: page.queue && { ...page.queue, expectedWaitWeeks: page.expectedWaitWeeks },
    questions: page.questions.map((question) => ({
      ...question,
      askedAt: new Date(question.askedAt).toISOString(),
    })),
    decline: isSender && page.status === 'declined' ? presentDecline(page, proposals) : null,
    closing: hasContent ? presentClosing(page.steps) : null,
    alternatives: page.alternatives,
    steps: page.steps.map((step) => presentStep(step, side, hasContent)),
    ...presentActs(page, reader),
    previousReferralId: isSender ? page.previousReferralId : null,
    nextReferralId: page.nextReferralId,
    caseTeam: page.team.map(({ name, organizationId, role }) => ({
      name,
      organization: organizationId === page.senderOrganizationId ? page.senderName : page.providerName,
      role,
    })),
  };
};

const cardSourceOf = ({ identity, content, ...page }: ReferralPageRecord): CardSource => ({
  firstName: page.firstName,
  surname: identity?.surname ?? null,
  identityCode: identity?.identityCode ?? null,
  contact: identity?.way
    ? { way: identity.way, phone: identity.phone, email: identity.email, wishes: identity.wishes }
    : null,
  goal: page.goal,
  needs: page.needs ?? [],
  background: content?.background ?? null,
  agreed: content?.agreed ?? null,
  planType: content?.planType ?? 'none',
  planExtract: content?.planExtract ?? null,
  binding: content?.binding ?? false,
  language: content?.language ?? 'fi',
  ageBand: content?.ageBand ?? null,
  municipality: page.municipality,
  areaName: page.service?.area ?? null,
  contactWishes: content?.contactWishes ?? null,
  nonDisclosure: page.nonDisclosure,
});

const presentOffering = ({ offering }: ReferralPageRecord): ReferralView['offering'] =>
  offering && {
    id: offering.id,
    code: offering.code,
    startsOn: offering.startsOn,
    continuous: offering.continuous,
    freePlaces: offering.freePlaces,
    startInstructions: offering.startInstructions,
    transport: offering.transport,
    address: offering.address,
  };

/** Why the other side withdrew, and what it said then, ends with the access; what a sender overrode is the sender's own. */
const presentStep = (step: PageStep, side: Side, hasContent: boolean): ReferralView['steps'][number] => {
  const mayReadWhy = step.side === side || (hasContent && step.action !== 'send');
  return {
    version: step.version,
    action: step.action,
    from: step.from,
    to: step.to,
    at: new Date(step.at).toISOString(),
    actorName: step.actorName,
    ...(typeof step.details['ownerName'] === 'string' && { ownerName: step.details['ownerName'] }),
    organization: step.organization,
    side: step.side,
    reason: mayReadWhy ? step.reason : null,
    note: mayReadWhy ? step.note : null,
  };
};

const lastOf = (steps: readonly PageStep[], action: PageStep['action']): PageStep | undefined =>
  steps.findLast((step) => step.action === action);

const presentDecline = (
  { steps, suggestedService }: ReferralPageRecord,
  proposals: readonly FittingService[],
): ReferralView['decline'] => {
  const step = lastOf(steps, 'decline');
  return {
    reason: step?.reason ?? '',
    note: step?.note ?? null,
    suggestedService,
    callRequested: step?.details['callRequested'] === true,
    proposals: proposals.map(presentProposal),
  };
};

export const presentProposal = (
  service: FittingService,
): NonNullable<ReferralView['decline']>['proposals'][number] => ({
  id: service.id,
  title: service.title,
  organizationName: service.organizationName,
  freePlaces: service.freePlaces,
  nextStartOn: service.nextStartOn,
  continuous: service.continuous,
});

type Closing = NonNullable<ReferralView['closing']>;

const presentClosing = (steps: readonly PageStep[]): Closing | null => {
  const finish = lastOf(steps, 'finish');
  const report = lastOf(steps, 'report');
  if (!finish) return null;
  return {
    early: finish.details['early'] === true,
    reason: finish.reason,
    outcome: (report?.details['outcome'] as Closing['outcome'] | undefined) ?? null,
    exitCode: (report?.details['exitCode'] as Closing['exitCode'] | undefined) ?? null,
    note: report?.note ?? null,
  };
};

/** What this reader may do next, from the table; of that, what the transition route takes today. */
const presentActs = (
  page: ReferralPageRecord,
  { side, role, now }: PageReader,
): Pick<ReferralView, 'actions' | 'undoFreeUntil'> => {
  if (page.recordedAt) return { actions: [], undoFreeUntil: null };
  const last = page.steps.findLast((step) => step.action !== 'reassign');
  const actions = availableActions(page.status, referralActorOf(side, role), {
    now,
    placeKept: true,
    closing: { reportGiven: page.closingReportAt !== null, endedEarly: false, attendance: 'noDuty' },
    ...(last?.from
      ? {
          lastStep: {
            action: last.action,
            party: last.side,
            from: last.from,
            at: new Date(last.at),
            followed: page.followed,
          },
        }
      : {}),
  }).filter((action) => doableActions.some((doable) => doable === action));
  const undoable = actions.includes('undo') && last;
  return {
    actions,
    undoFreeUntil: undoable ? instant(new Date(new Date(last.at).getTime() + undoFreeMs)) : null,
  };
};
