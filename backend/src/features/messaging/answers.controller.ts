import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { AnswerAgreement } from './answer-agreement.js';
import { AnswerDocumentRequest } from './answer-document-request.js';

/** Answers that change nothing but the conversation. A meeting's moves the referral too, so that feature takes it. */
@Controller()
export class AnswersController {
  constructor(
    private readonly answerAgreement: AnswerAgreement,
    private readonly answerDocumentRequest: AnswerDocumentRequest,
  ) {}

  @Handles(answerRoutes.agreement)
  agreement(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof answerRoutes.agreement>,
  ): Promise<ResponseOf<typeof answerRoutes.agreement>> {
    return this.answerAgreement.execute(actor, { ...params, ...body });
  }

  @Handles(answerRoutes.document)
  document(
    @CurrentMember() actor: Member,
    @Input() { params, body }: ParsedOf<typeof answerRoutes.document>,
  ): Promise<ResponseOf<typeof answerRoutes.document>> {
    return this.answerDocumentRequest.execute(actor, { ...params, ...body });
  }
}
