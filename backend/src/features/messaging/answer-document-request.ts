import { Injectable } from '@nestjs/common';
import { checkFirstAnswer } from '@rinnalla/shared/messaging/card-answers';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { AnswerCard, type WrittenAnswer } from './answer-card.js';

/** The document that was asked for, as files of the answer; or that there is none to give. */
@Injectable()
export class AnswerDocumentRequest {
  constructor(private readonly answering: AnswerCard) {}

  execute(actor: Member, { given, ...answer }: WrittenAnswer & { given: boolean }): Promise<Placed> {
    return this.answering.execute(actor, 'documentRequest', answer, (asked) => {
      checkFirstAnswer(asked, actor.organization.id);
      return {
        card: { kind: 'documentAnswer', concerns: answer.seq, given },
        action: given ? 'giveDocument' : 'declineDocument',
      };
    });
  }
}
