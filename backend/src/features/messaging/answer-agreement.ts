import { Injectable } from '@nestjs/common';
import type { LogAction } from '@rinnalla/shared/log/log-action';
import { checkAgreementAnswer } from '@rinnalla/shared/messaging/agreement-rules';
import type { AgreementVerdict } from '@rinnalla/shared/messaging/message-card';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { AnswerCard, type WrittenAnswer } from './answer-card.js';

/** What the log of use calls it. */
const actions: Record<AgreementVerdict, LogAction> = {
  confirmed: 'confirmAgreement',
  disputed: 'disputeAgreement',
  ended: 'endAgreement',
};

/** The other side's word on what was written down as agreed, or either side's that it holds no longer. */
@Injectable()
export class AnswerAgreement {
  constructor(private readonly answering: AnswerCard) {}

  execute(
    actor: Member,
    { verdict, ...answer }: WrittenAnswer & { verdict: AgreementVerdict },
  ): Promise<Placed> {
    return this.answering.execute(actor, 'agreement', answer, (asked) => {
      checkAgreementAnswer(asked, { organizationId: actor.organization.id, verdict });
      return {
        card: { kind: 'agreementAnswer', concerns: answer.seq, verdict },
        action: actions[verdict],
      };
    });
  }
}
