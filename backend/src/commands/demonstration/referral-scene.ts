import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asLocalDate, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { changedDraftInput } from '@rinnalla/shared/referral/referral-routes';
import { transitionInput } from '@rinnalla/shared/referral/transition-input';
import type { ClientBase } from 'pg';
import { stableId } from '../../features/catalogue/stable-id.js';
import { ReadDisclosure } from '../../features/client/read-disclosure.js';
import { RecordConsent } from '../../features/client/record-consent.js';
import { RecordInforming } from '../../features/client/record-informing.js';
import { MarkRead } from '../../features/messaging/mark-read.js';
import { ReadConversations } from '../../features/messaging/read-conversations.js';
import { SendMessage } from '../../features/messaging/send-message.js';
import { DraftReferral } from '../../features/referral/draft-referral.js';
import { ReadReferral } from '../../features/referral/read-referral.js';
import { TransitionReferral } from '../../features/referral/transition-referral.js';
import type { SteadyClock } from '../../platform/clock/clock.js';
import type { Demonstration } from './demonstration-files.js';
import type { Member } from '@rinnalla/shared/organization/actor';
import { clientIdOf } from './load-people.js';
import { instantOf, type ReferralStory, type StoryStep, workingDayFrom } from './referral-stories.js';

/** What the playing stands on. */
export interface Stage {
  app: Pick<NestFastifyApplication, 'get'>;
  clock: SteadyClock;
  owner: ClientBase;
  demonstration: Demonstration;
  today: LocalDate;
}

/** One referral as its people play it. */
export class ReferralScene {
  private referral: { id: string; version: number } | undefined;
  private readonly clientId: string;
  private readonly serviceId: string;
  private readonly goal: string;

  constructor(
    private readonly stage: Stage,
    private readonly story: ReferralStory,
  ) {
    const client = stage.demonstration.clients.find(
      ({ firstName, surname }) => `${firstName} ${surname}` === story.client,
    );
    if (!client) throw new Error(`The demonstration has no client ${story.client}.`);
    this.clientId = clientIdOf(client.identityCode);
    this.serviceId = stableId(story.service);
    this.goal = client.goal;
  }

  acts(): { at: Date; who: string; play: (member: Member) => Promise<void> }[] {
    const { by, draftedOn, steps } = this.story;
    const began = draftedOn ?? steps[0];
    if (!began) throw new Error(`Nothing happens to ${this.story.client}.`);
    return [
      { at: instantOf(this.stage.today, began), who: by, play: (member) => this.begin(member) },
      ...steps.map((step) => ({
        at: instantOf(this.stage.today, step),
        who: step.who,
        play: (member: Member) => this.take(member, step),
      })),
    ];
  }

  /** The draft, and that the client was told or asked as the service's data regime wants it. */
  private async begin(member: Member): Promise<void> {
    const { app, today } = this.stage;
    const { urgency, urgencyReason, needs, background, contactWishes, startWish } = this.story;
    const { version: _, ...content } = changedDraftInput.parse({
      version: 1,
      serviceId: this.serviceId,
      goal: this.goal,
      urgency,
      urgencyReason,
      needs,
      background,
      contactWishes,
      startWish: startWish && workingDayFrom(today, startWish.day),
    });
    this.referral = await app.get(DraftReferral).execute(member, { clientId: this.clientId, ...content });
    if (this.story.draftedOn) return;
    const { text, recordNeeded, consentUntilAtMost } = await app
      .get(ReadDisclosure)
      .execute(member, this.clientId, this.serviceId);
    const told = { textId: text.id, language: 'fi', way: 'in_person' } as const;
    if (recordNeeded === 'consent')
      await app.get(RecordConsent).execute(member, this.clientId, this.serviceId, {
        ...told,
        validUntil: asLocalDate(consentUntilAtMost),
      });
    else await app.get(RecordInforming).execute(member, this.clientId, this.serviceId, told);
  }

  private async take(member: Member, { opens, act, says, notes, reads }: StoryStep): Promise<void> {
    if (opens) await this.stage.app.get(ReadReferral).execute(member, this.begun.id);
    if (act) await this.act(member, act);
    if (says) await this.write(member, 'shared', says);
    if (notes) await this.write(member, 'internal', notes);
    if (reads) await this.read(member);
  }

  private async act(
    member: Member,
    { firstMeetingAt, startDate, endDate, suggestedServiceId, ...act }: NonNullable<StoryStep['act']>,
  ): Promise<void> {
    const { app, today } = this.stage;
    const { id } = this.begun;
    const { version } = await app.get(ReadReferral).execute(member, id);
    const input = transitionInput.parse({
      ...act,
      version,
      ...(act.action === 'accept' || act.action === 'waitlist'
        ? { offeringId: stableId(offeringOf(this.stage.demonstration, this.story.service)) }
        : {}),
      ...(firstMeetingAt && { firstMeetingAt: instantOf(today, firstMeetingAt).toISOString() }),
      ...(startDate && { startDate: workingDayFrom(today, startDate.day) }),
      ...(endDate && { endDate: workingDayFrom(today, endDate.day) }),
      ...(suggestedServiceId && { suggestedServiceId: stableId(suggestedServiceId) }),
      // One goal names an illness, in the client's own words: its coach was asked, and sent it.
      acknowledged: ['health'],
    });
    await app.get(TransitionReferral).execute(member, id, input);
  }

  private async write(member: Member, audience: 'shared' | 'internal', body: string): Promise<void> {
    const { id } = await this.conversation(member, audience);
    await this.stage.app
      .get(SendMessage)
      .execute(member, { conversationId: id, clientMessageId: randomUUID(), body });
  }

  private async read(member: Member): Promise<void> {
    const { id, lastSeq } = await this.conversation(member, 'shared');
    await this.stage.app.get(MarkRead).execute(member, { conversationId: id, upTo: lastSeq });
  }

  private async conversation(member: Member, audience: 'shared' | 'internal') {
    const { conversations } = await this.stage.app.get(ReadConversations).ofReferral(member, this.begun.id);
    const found = conversations.find((conversation) => conversation.audience === audience);
    if (!found) throw new Error(`${this.story.client} has no ${audience} conversation yet.`);
    return found;
  }

  private get begun() {
    if (!this.referral) throw new Error(`Nobody has begun to refer ${this.story.client}.`);
    return this.referral;
  }
}

const offeringOf = ({ services }: Demonstration, serviceId: string): string => {
  const service = services.find(({ id }) => id === serviceId);
  if (!service) throw new Error(`The demonstration has no service ${serviceId}.`);
  return service.offering.id;
};
