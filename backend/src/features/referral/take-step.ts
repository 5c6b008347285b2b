import { Injectable } from '@nestjs/common';
import { contactRuleOf } from '@rinnalla/shared/client/sensitive-kinds';
import { checkAcknowledged } from '@rinnalla/shared/client/text-guard';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import { systemActor } from '@rinnalla/shared/referral/referral-action';
import { referralActorOf, sideOf } from '@rinnalla/shared/referral/referral-permissions';
import type { ReferralChangedMeanwhile } from '@rinnalla/shared/referral/referral-events';
import type { Refused } from '@rinnalla/shared/referral/referral-refusal';
import type { Side } from '@rinnalla/shared/referral/referral';
import { decide, problemOf } from '@rinnalla/shared/referral/referral-workflow';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { areaDetails } from './area-details.js';
import { actionInputOf, factsOf } from './decision-facts.js';
import { type LockedReferral, LockedReferralQuery, type Named } from './locked-referral.query.js';
import { nextState } from './next-state.js';
import type { ReferralState } from './referral-record.js';
import { ReferralRepository } from './referral.repository.js';
import { StepNews } from './step-news.js';
import { stepOf } from './step-of.js';
import type { StepTaker } from './step-taker.js';

/** Whose act it is: a person's own, or what follows from what a person or a clock did. Then nobody stands beside the step. */
type Cause = 'person' | 'consentEnded' | 'holdEnded';

/** What a step left of the referral. */
type StepTaken = ReferralState & { version: number };

/** Does one action of the workflow to a referral: lock, right, version, facts, decision, and everything that follows from it. Answers what it left. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly referrals: LockedReferralQuery,
    private readonly repository: ReferralRepository,
    private readonly news: StepNews,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  execute(member: Member, referralId: string, input: TransitionInput): Promise<StepTaken> {
    return this.take(member, referralId, input, 'person');
  }

  /** A consequence of what the member did: the client's consent has ended. */
  withdrawForWantOfConsent(member: Member, referralId: string, version: number): Promise<StepTaken> {
    return this.take(
      member,
      referralId,
      { action: 'withdraw', reason: 'consent_withdrawn', version },
      'consentEnded',
    );
  }

  /** Nobody answered while the place was held: the client waits on, as before the offer. */
  lapseOffer(taker: StepTaker, referralId: string, version: number): Promise<StepTaken> {
    return this.take(taker, referralId, { action: 'refuse_offer', reason: '', version }, 'holdEnded');
  }

  private async take(
    member: StepTaker,
    referralId: string,
    input: TransitionInput,
    cause: Cause,
  ): Promise<StepTaken> {
    const now = this.clock.now();
    const bySystem = cause !== 'person';
    const { locked, side } = await this.lock(member, referralId, input, now);
    const { referral } = locked;
    const actionInput = actionInputOf(input, locked);
    const decision = decide({
      action: input.action,
      status: referral.status,
      actor: bySystem ? systemActor : referralActorOf(side, member.role),
      facts: { ...factsOf(locked, input, now), consentEnded: cause === 'consentEnded' },
      input: actionInput,
    });
    if (!decision.allowed) throw await this.refusal(decision, locked);
    this.guard(input, locked, side);
    const doer = { personId: member.personId, name: displayName(member) };
    const after = nextState(locked, input, decision, doer, now);
    const step = stepOf(member, input, locked, decision, now);
    const toConversation = this.news.toConversation(input, locked, after, bySystem);
    const recorded = await this.repository.take(
      referral,
      after,
      bySystem ? { ...step, role: 'system' } : step,
      toConversation,
    );
    this.news.tell(member, input, locked, after, decision, recorded, cause === 'holdEnded');
    return { ...after, version: referral.version + 1 };
  }

  /** What the other side will read of this step, asked about before it leaves; the log gets kinds and no word. */
  private guard(input: TransitionInput, locked: LockedReferral, side: Side): void {
    const { referral, client } = locked;
    const nonDisclosure = client?.nonDisclosure ?? referral.nonDisclosure;
    const kinds = checkAcknowledged(
      textsOf(input, locked),
      contactRuleOf({ isSender: side === 'sender', nonDisclosure }),
      input.acknowledged,
    );
    if (kinds.length === 0) return;
    this.database.log({
      action: 'sendDespiteWarning',
      objectType: 'referral',
      objectId: referral.id,
      clientId: referral.clientId,
      details: { step: input.action, version: referral.version + 1, kinds },
    });
  }

  /** The referral as it is now, locked, from the version that the person saw. */
  private async lock(
    member: StepTaker,
    referralId: string,
    input: TransitionInput,
    now: Date,
  ): Promise<{ locked: LockedReferral; side: Side }> {
    const load = async () => {
      const found = await this.referrals.find(
        input.action,
        referralId,
        namedIn(input, member),
        helsinkiDateOf(now),
      );
      const side = found && this.sideIn(found, member);
      if (!found || !side) throw new Problem('notFound');
      return { locked: found, side };
    };
    const first = await load();
    if (first.locked.referral.version === input.version) return first;
    const since = await this.referrals.findStepsSince(referralId, input.version);
    // That somebody has merely opened it takes nothing from what the person decided upon.
    if (since.length === 0 || since.some(({ action }) => action !== 'acknowledge'))
      throw changedMeanwhile(first.locked, since[0]);
    return load();
  }

  private sideIn({ referral, people }: LockedReferral, member: StepTaker): Side | undefined {
    const reader = { organizationId: member.organization.id, role: member.role, people };
    return sideOf(reader, { ...referral, wasSent: referral.sentAt !== null });
  }

  private async refusal(refused: Refused, { offering, area }: LockedReferral): Promise<Problem> {
    const { reason, fields = [] } = problemOf(refused);
    const details: Record<string, string> = {};
    if (refused.reason === 'noFreePlace' && offering) {
      const taken = await this.referrals.findLastPlaceTaken(offering.id);
      if (taken) Object.assign(details, { actorName: taken.actorName, at: taken.at.toISOString() });
    }
    if (refused.reason === 'serviceNotOpenForMunicipality') Object.assign(details, areaDetails(area));
    return new Problem(refused.code, {
      reason,
      ...(fields.length > 0
        ? { fields: fields.map((field) => ({ ...field, path: `body.${field.path}` })) }
        : {}),
      ...(Object.keys(details).length > 0 ? { details } : {}),
    });
  }
}

const textsOf = (input: TransitionInput, { draftTexts }: LockedReferral): (string | null | undefined)[] => {
  switch (input.action) {
    case 'send':
      return [...draftTexts, input.note];
    case 'ask':
      return input.questions.map(({ question }) => question);
    case 'answer':
      return input.answers.map(({ answer }) => answer);
    default:
      return [input.note];
  }
};

const namedIn = (input: TransitionInput, member: StepTaker): Named => {
  switch (input.action) {
    case 'accept':
      return { offeringId: input.offeringId, contactPersonId: input.contactPersonId ?? member.personId };
    case 'offer':
      return { offeringId: input.offeringId };
    case 'waitlist':
      return { offeringId: input.offeringId, anyOffering: true };
    case 'decline':
      return { suggestedServiceId: input.suggestedServiceId };
    default:
      return {};
  }
};

const changedMeanwhile = (
  { referral }: LockedReferral,
  last: { actorName: string; at: Date; action: ReferralChangedMeanwhile['action'] } | undefined,
): Problem => {
  if (!last)
    return new Problem('changedMeanwhile', {
      details: { status: referral.status, version: referral.version },
    });
  const details: ReferralChangedMeanwhile = {
    actorName: last.actorName,
    at: last.at.toISOString(),
    action: last.action,
    status: referral.status,
    version: referral.version,
  };
  return new Problem('changedMeanwhile', { details });
};
