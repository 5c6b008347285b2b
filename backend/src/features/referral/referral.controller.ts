import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { AnswerMeetingProposal } from './answer-meeting-proposal.js';
import { DraftReferral } from './draft-referral.js';
import { ListReferrals } from './list-referrals.js';
import { PreviewReceiverCard } from './preview-receiver-card.js';
import { ProposeServices } from './propose-services.js';
import { ReadReferral } from './read-referral.js';
import { ReferAgain } from './refer-again.js';
import { SaveDraft } from './save-draft.js';
import { TransitionReferral } from './transition-referral.js';

type Routes = typeof referralRoutes;
type Asked<Name extends keyof Routes> = ParsedOf<Routes[Name]>;
type Answer<Name extends keyof Routes> = Promise<ResponseOf<Routes[Name]>>;

@Controller()
export class ReferralController {
  constructor(
    private readonly lists: ListReferrals,
    private readonly draftReferral: DraftReferral,
    private readonly saveDraft: SaveDraft,
    private readonly readReferral: ReadReferral,
    private readonly previewReceiverCard: PreviewReceiverCard,
    private readonly transitionReferral: TransitionReferral,
    private readonly referAgain: ReferAgain,
    private readonly proposeServices: ProposeServices,
    private readonly answerMeetingProposal: AnswerMeetingProposal,
  ) {}

  @Handles(referralRoutes.list)
  list(@CurrentMember() member: Member, @Input() { query }: Asked<'list'>): Answer<'list'> {
    return this.lists.list(member, query);
  }

  @Handles(referralRoutes.counts)
  counts(@CurrentMember() member: Member, @Input() { query }: Asked<'counts'>): Answer<'counts'> {
    return this.lists.count(member, query.list);
  }

  @Handles(referralRoutes.today)
  today(@CurrentMember() member: Member): Answer<'today'> {
    return this.lists.today(member);
  }

  @Handles(referralRoutes.draft)
  draft(@CurrentMember() member: Member, @Input() { body }: Asked<'draft'>): Answer<'draft'> {
    return this.draftReferral.execute(member, body);
  }

  @Handles(referralRoutes.saveDraft)
  save(@CurrentMember() member: Member, @Input() { params, body }: Asked<'saveDraft'>): Answer<'saveDraft'> {
    return this.saveDraft.execute(member, params.referralId, body);
  }

  @Handles(referralRoutes.read)
  read(@CurrentMember() member: Member, @Input() { params }: Asked<'read'>): Answer<'read'> {
    return this.readReferral.execute(member, params.referralId);
  }

  @Handles(referralRoutes.preview)
  preview(@CurrentMember() member: Member, @Input() { params }: Asked<'preview'>): Answer<'preview'> {
    return this.previewReceiverCard.execute(member, params.clientId, params.serviceId);
  }

  @Handles(referralRoutes.transition)
  transition(
    @CurrentMember() member: Member,
    @Input() { params, body }: Asked<'transition'>,
  ): Answer<'transition'> {
    return this.transitionReferral.execute(member, params.referralId, body);
  }

  @Handles(referralRoutes.refer)
  refer(@CurrentMember() member: Member, @Input() { params, body }: Asked<'refer'>): Answer<'refer'> {
    return this.referAgain.execute(member, params.referralId, body.serviceId);
  }

  @Handles(referralRoutes.proposals)
  proposals(@CurrentMember() member: Member, @Input() { params }: Asked<'proposals'>): Answer<'proposals'> {
    return this.proposeServices.execute(member, params.referralId);
  }

  @Handles(answerRoutes.meeting)
  answerMeeting(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof answerRoutes.meeting>,
  ): Promise<ResponseOf<typeof answerRoutes.meeting>> {
    return this.answerMeetingProposal.execute(member, { ...params, ...body });
  }
}
