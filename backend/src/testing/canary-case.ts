import { randomUUID } from 'node:crypto';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf, Route } from '@rinnalla/shared/contract/define-route';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { MessageCardInput } from '@rinnalla/shared/messaging/message-card';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { loadDisclosureTexts } from '../features/client/load-disclosure-texts.js';
import { aPdf, anAttachment } from './attachments.js';
import { type Canaries, canariesOf, type CanaryName, type Stage } from './canaries.js';
import { aConsent, aMunicipality, anInforming } from './clients.js';
import type { SignedIn } from './people.js';
import { everybody, type Principal } from './principals.js';
import {
  type Act,
  Acting,
  aReferralSetting,
  type AReferralSetting,
  type ReferralSetting,
} from './referrals.js';
import { tellOfMessages } from './tell-of-messages.js';
import { setClock, type TestServer } from './test-server.js';

/** How a case goes on after the provider has seen it. */
export type Way = 'whole' | 'declined' | 'withdrawn' | 'consentTakenBack';

export interface ACanaryCase {
  tag: string;
  number: number;
  nonDisclosure?: boolean;
  way?: Way;
}

type Talks = Record<'shared' | 'senderNotes' | 'providerNotes', string>;

/**
 * A case whose every field holds a canary, lived over HTTP as people live it. Each step of `live` ends where somebody may
 * look around.
 */
export class CanaryCase {
  readonly canaries: Canaries;
  readonly nonDisclosure: boolean;
  setting!: ReferralSetting;
  people!: Record<Principal, SignedIn | undefined>;
  talks: Talks = { shared: '', senderNotes: '', providerNotes: '' };
  referral = { id: '', version: 0 };
  attachmentIds: string[] = [];
  private readonly acting: Acting;
  readonly way: Way;

  private constructor(
    private readonly server: TestServer,
    { tag, number, nonDisclosure = false, way = 'whole' }: ACanaryCase,
  ) {
    this.canaries = canariesOf(tag, number);
    this.nonDisclosure = nonDisclosure;
    this.way = way;
    this.acting = new Acting(server);
  }

  static async begin(server: TestServer, given: ACanaryCase): Promise<CanaryCase> {
    const one = new CanaryCase(server, given);
    await one.prepare();
    return one;
  }

  private said(name: CanaryName): string {
    return this.canaries[name].said;
  }

  /** People and a service; nobody has said anything yet. */
  private async prepare(): Promise<void> {
    const { server } = this;
    await loadDisclosureTexts(server.owner);
    await aMunicipality(server.owner, { code: this.said('home'), name: 'Kotikunta' });
    const service: AReferralSetting['service'] = {
      municipalities: ['286', this.said('home')],
      reportingDuty: 'attendance',
      ...(this.way === 'consentTakenBack' ? { dataRegime: 'own' as const } : {}),
    };
    const address = { street: this.said('meetingPlace'), visibility: 'on_acceptance' as const };
    this.setting = await aReferralSetting(server, { service, offering: { address } });
    this.people = await everybody(server, this.setting);
    await server.owner.query(
      `insert into public_office (membership_id, task, valid_from)
       select $1, 'Suunnitelma', '2026-01-01' where not exists (select from public_office where membership_id = $1)`,
      [this.setting.sanna.membershipId],
    );
  }

  /** Calls a route, and fails unless it was done. */
  private async do<R extends Route>(route: R, input: InputOf<R>, caller: SignedIn): Promise<never> {
    const { status, body } = await this.server.call(route, input, caller);
    if (status >= 300) throw new Error(`${route.method} ${route.path}: ${JSON.stringify(body)}`);
    return body as never;
  }
  private async act(caller: SignedIn, act: Act): Promise<void> {
    this.referral = await this.acting.act(caller, this.referral, act);
  }

  async *live(): AsyncGenerator<Stage> {
    const { sanna, pekka, offeringId } = this.setting;
    await this.takeIntoCare();
    await this.send();
    yield 'sent';
    this.referral = (await this.acting.read(pekka, this.referral.id)).body;
    await this.askAndAnswer();
    await this.talk();
    yield 'acknowledged';
    if (this.way === 'declined') {
      await this.act(pekka, { action: 'waitlist', expectedWaitWeeks: 93, note: this.said('waitNote') });
      yield 'waitlisted';
      await this.act(pekka, { action: 'decline', reason: 'full', note: this.said('declineNote') });
      return yield 'record';
    }
    if (this.way === 'withdrawn') {
      await this.act(sanna, { action: 'withdraw', reason: 'moved', note: this.said('withdrawNote') });
      return yield 'record';
    }
    const firstMeetingAt = this.said('firstMeeting');
    await this.act(pekka, { action: 'accept', offeringId, firstMeetingAt, note: this.said('acceptNote') });
    await this.askByCards();
    yield 'accepted';
    await this.act(pekka, { action: 'start', startDate: '2026-11-24', note: this.said('startNote') });
    yield 'started';
    if (this.way === 'consentTakenBack') {
      const { clientId, serviceId } = this.setting;
      await this.do(clientRoutes.withdrawConsent, { params: { clientId, serviceId } as never }, sanna);
      return yield 'takenBack';
    }
    await this.act(pekka, {
      action: 'finish',
      endDate: '2026-11-24',
      early: false,
      note: this.said('finishNote'),
    });
    yield 'closing';
    const note = this.said('reportNote');
    await this.act(pekka, { action: 'report', outcome: 'achieved', exitCode: 'next_service', note });
    await this.act(sanna, { action: 'approve', note: this.said('approveNote') });
    yield 'completed';
  }

  private async takeIntoCare(): Promise<void> {
    const { sanna, serviceId } = this.setting;
    const { owner } = this.server;
    const client: { id: string } = await this.do(
      clientRoutes.create,
      {
        body: {
          firstName: this.said('firstName'),
          surname: this.said('surname'),
          language: this.said('language'),
          birthYear: Number(this.said('birthYear')),
          identityCode: this.said('identityCode'),
          goal: this.said('clientGoal'),
          nonDisclosure: this.nonDisclosure,
          nonDisclosureUntil: this.nonDisclosure ? this.said('nonDisclosureUntil') : null,
          homeMunicipality: this.nonDisclosure ? null : this.said('home'),
          contact: {
            way: 'phone',
            phone: this.said('phone'),
            email: this.said('email'),
            wishes: this.said('wishes'),
          },
        } as never,
      },
      sanna,
    );
    this.setting = { ...this.setting, clientId: client.id };
    await anInforming(owner, { clientId: client.id, serviceId });
    await aConsent(owner, { clientId: client.id, serviceId, validUntil: this.said('consentUntil') });
    await this.do(
      templateRoutes.write,
      { body: { name: { fi: this.said('templateName') }, body: { fi: this.said('templateBody') } } },
      this.setting.kaisa,
    );
  }

  private async send(): Promise<void> {
    const { sanna, clientId, serviceId, municipalityId, associationId } = this.setting;
    this.referral = await this.do(
      referralRoutes.draft,
      {
        body: {
          clientId,
          serviceId,
          goal: this.said('goal'),
          background: this.said('background'),
          agreed: this.said('agreed'),
          contactWishes: this.said('contactWishes'),
          startWish: this.said('startWish'),
          urgency: 'K1',
          urgencyReason: this.said('urgencyReason'),
        } as never,
      },
      sanna,
    );
    await this.act(sanna, { action: 'send' });
    // As an office holder lets it go along; it is told from acceptance on.
    await this.server.owner.query(
      'insert into referral_plan_extract (referral_id, extract) values ($1, $2)',
      [this.referral.id, this.said('planExtract')],
    );
    // An office holder writes it; the coach of the case is one.
    await this.server.owner.query(
      `insert into client_register (client_id, organization_id, reference, plan_extract, task, updated_at, updated_by)
       select id, organization_id, $2, $3, 'Suunnitelma', now(), handler_id from client where id = $1`,
      [this.setting.clientId, this.said('registerReference'), this.said('registerPlan')],
    );
    await this.server.owner.query(
      `insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
       select sender_organization_id, client_id, handler_id, case_number, $2, $3, 'Marja Lehtonen', 'handlerAway', $4, '2026-11-24T01:00Z', '2026-11-24T05:00Z'
         from referral where id = $1`,
      [
        this.referral.id,
        this.setting.marja.personId,
        this.setting.marja.membershipId,
        this.said('explanation'),
      ],
    );
    const { rows } = await this.server.owner.query<{ id: string; audience: string | null }>(
      'select id, audience_organization_id as audience from conversation where referral_id = $1',
      [this.referral.id],
    );
    const idOf = (audience: string | null) => rows.find((row) => row.audience === audience)?.id ?? '';
    this.talks = {
      shared: idOf(null),
      senderNotes: idOf(municipalityId),
      providerNotes: idOf(associationId),
    };
  }

  private async askAndAnswer(): Promise<void> {
    const { sanna, pekka } = this.setting;
    await this.act(pekka, {
      action: 'ask',
      questions: [
        { field: 'language', question: this.said('question') },
        { field: 'needs', question: this.said('secondQuestion') },
      ],
    });
    const { questions } = (await this.acting.read(sanna, this.referral.id)).body;
    const answers = questions.map(({ id, question }) => ({
      questionId: id,
      answer: this.said(question === this.said('question') ? 'answer' : 'secondAnswer'),
    }));
    await this.act(sanna, { action: 'answer', answers });
  }

  private async say(
    talk: keyof Talks,
    by: SignedIn,
    name: CanaryName,
    more: Partial<InputOf<typeof messagingRoutes.send>['body']> = {},
  ): Promise<number> {
    const params = { conversationId: this.talks[talk] };
    const body = { clientMessageId: randomUUID(), body: this.said(name), ...more };
    return (
      (await this.do<typeof messagingRoutes.send>(messagingRoutes.send, { params, body }, by)) as {
        seq: number;
      }
    ).seq;
  }

  private async attach(
    talk: keyof Talks,
    by: SignedIn,
    name: CanaryName,
    content?: CanaryName,
  ): Promise<string> {
    const file = new File([aPdf('', content ? `% ${this.said(content)}\n` : '')], this.said(name));
    const where = await anAttachment(this.server, by, this.talks[talk], { isSent: false, file });
    this.attachmentIds.push(where.attachmentId);
    return where.attachmentId;
  }

  private async talk(): Promise<void> {
    const { sanna, pekka } = this.setting;
    const { shared, senderNotes, providerNotes } = this.talks;
    await this.say('shared', sanna, 'coachMessage', { mentions: [pekka.membershipId] });
    await this.say('shared', pekka, 'workerMessage', { mentions: [sanna.membershipId] });
    await this.say('senderNotes', sanna, 'municipalNote');
    await this.say('providerNotes', pekka, 'associationNote');
    const params = { conversationId: shared };
    const edited = { ...params, seq: await this.say('shared', sanna, 'editedFrom') };
    const removed = { ...params, seq: await this.say('shared', sanna, 'removed') };
    const recalled = { ...params, seq: await this.say('shared', sanna, 'recalled') };
    const editing = (name: CanaryName) => ({ clientMessageId: randomUUID(), body: this.said(name) });
    await this.do(messagingRoutes.edit, { params: edited, body: editing('editedTo') }, sanna);
    await this.do(messagingRoutes.edit, { params: removed, body: editing('removedEdit') }, sanna);
    await this.do(messagingRoutes.redact, { params: removed }, sanna);
    await this.do(messagingRoutes.recall, { params: recalled }, sanna);
    const began = this.server.clock.now().toISOString();
    setClock(this.server, new Date(Date.parse(began) + 6 * 60_000).toISOString());
    await this.do(messagingRoutes.edit, { params: edited, body: editing('correctedTo') }, sanna);
    setClock(this.server, began);

    const sent = await this.attach('shared', sanna, 'fileName', 'fileContent');
    await this.say('shared', sanna, 'messageWithFile', { attachmentIds: [sent] });
    const kept = await this.attach('senderNotes', sanna, 'municipalFileName', 'municipalFileContent');
    await this.say('senderNotes', sanna, 'municipalNote', { attachmentIds: [kept] });
    const own = await this.attach('providerNotes', pekka, 'associationFileName');
    await this.say('providerNotes', pekka, 'associationNote', { attachmentIds: [own] });
    await this.attach('shared', sanna, 'unsentFileName');
    await tellOfMessages(this.server);

    const draft = (conversationId: string, name: CanaryName, by: SignedIn) =>
      this.do(
        messagingRoutes.saveDraft,
        { params: { conversationId }, body: { version: 0, body: this.said(name) } },
        by,
      );
    await draft(shared, 'coachDraft', sanna);
    await draft(senderNotes, 'coachNotesDraft', sanna);
    await draft(providerNotes, 'workerDraft', pekka);
    await this.do(messagingRoutes.markRead, { params, body: { upTo: 1 } }, pekka);
    await this.do(messagingRoutes.resolve, { params, body: { resolved: true } }, sanna);
    await this.do(messagingRoutes.resolve, { params, body: { resolved: false } }, sanna);
    await this.do(messagingRoutes.snooze, { params, body: { until: '2026-12-01' } }, sanna);
    await this.do(messagingRoutes.snooze, { params, body: { until: null } }, sanna);
    await this.do(attachmentRoutes.ofReferral, { params: { referralId: this.referral.id } as never }, pekka);
  }

  /** What is asked of the other side by a card, and answered by one. */
  private async askByCards(): Promise<void> {
    const { sanna, pekka } = this.setting;
    const times = [this.said('proposedTime')];
    const meeting = await this.ask('proposal', {
      kind: 'meetingProposal',
      times,
      minutes: 45,
      way: 'onSite',
    } as never);
    await this.do(answerRoutes.meeting, meeting('meetingAnswer', { time: null }), pekka);
    const agreement = await this.ask('agreement', { kind: 'agreement' });
    await this.do(answerRoutes.agreement, agreement('agreementAnswer', { verdict: 'confirmed' }), pekka);
    await this.do(answerRoutes.agreement, agreement('agreementEnd', { verdict: 'ended' }), sanna);
    const request = await this.ask('documentRequest', { kind: 'documentRequest', document: 'decision' });
    const attachmentIds = [await this.attach('shared', pekka, 'documentName')];
    await this.do(answerRoutes.document, request('documentAnswer', { given: true, attachmentIds }), pekka);
    await this.say('shared', pekka, 'checklist', { card: { kind: 'checklist' } });
    this.referral = (await this.acting.read(pekka, this.referral.id)).body;
  }

  /** A coach's message with that card; its answers by what they say. */
  private async ask(
    name: CanaryName,
    card: MessageCardInput,
  ): Promise<(said: CanaryName, more: object) => never> {
    const seq = await this.say('shared', this.setting.sanna, name, { card });
    return (said, more) =>
      ({
        params: { referralId: this.referral.id, seq },
        body: { clientMessageId: randomUUID(), body: this.said(said), ...more },
      }) as never;
  }
}
