import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ClientModule } from '../client/client.module.js';
import { MessagingModule } from '../messaging/messaging.module.js';
import { AnswerMeetingProposal } from './answer-meeting-proposal.js';
import { DraftReferral } from './draft-referral.js';
import { KeepPlanExtract } from './keep-plan-extract.js';
import { DraftRepository } from './draft.repository.js';
import { EndDisclosure } from './end-disclosure.js';
import { LapseOffers } from './lapse-offers.js';
import { ListReferrals } from './list-referrals.js';
import { LiveReferrals } from './live-referrals.js';
import { LockedReferralQuery } from './locked-referral.query.js';
import { PreviewReceiverCard } from './preview-receiver-card.js';
import { ProposeServices } from './propose-services.js';
import { ReadReferral } from './read-referral.js';
import { ReferAgain } from './refer-again.js';
import { ReferralController } from './referral.controller.js';
import { ReferralPageQuery } from './referral-page.query.js';
import { ReferralPages } from './referral-pages.js';
import { ReferralRepository } from './referral.repository.js';
import { SaveDraft } from './save-draft.js';
import { StepNews } from './step-news.js';
import { TakeStep } from './take-step.js';
import { TodayQuery } from './today.query.js';
import { TransitionReferral } from './transition-referral.js';
import { WorklistQuery } from './worklist.query.js';

@Module({
  imports: [CatalogueModule, ClientModule, MessagingModule],
  controllers: [ReferralController],
  providers: [
    AnswerMeetingProposal,
    DraftReferral,
    KeepPlanExtract,
    DraftRepository,
    EndDisclosure,
    LapseOffers,
    ListReferrals,
    LiveReferrals,
    LockedReferralQuery,
    PreviewReceiverCard,
    ProposeServices,
    ReadReferral,
    ReferAgain,
    ReferralPageQuery,
    ReferralPages,
    ReferralRepository,
    SaveDraft,
    StepNews,
    TakeStep,
    TodayQuery,
    TransitionReferral,
    WorklistQuery,
  ],
  exports: [LiveReferrals],
})
export class ReferralModule {}
