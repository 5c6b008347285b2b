import { Injectable } from '@nestjs/common';
import { checkFirstAnswer } from '@rinnalla/shared/messaging/card-answers';
import { checkChosenTime } from '@rinnalla/shared/messaging/meeting-rules';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { AnswerCard, type WrittenAnswer } from './answer-card.js';

export interface MeetingAnswer extends WrittenAnswer {
  time: string | null;
}

/** The other side's yes to one of the times, or no to all of them. */
@Injectable()
export class AnswerMeeting {
  constructor(
    private readonly database: Database,
    private readonly answering: AnswerCard,
  ) {}

  execute(actor: Member, { time, ...answer }: MeetingAnswer): Promise<Placed> {
    return this.answering.execute(actor, 'meetingProposal', answer, (asked) => {
      checkFirstAnswer(asked, actor.organization.id);
      checkChosenTime(asked.card.times, time, this.database.transaction.at);
      return {
        card: {
          kind: 'meetingAnswer',
          concerns: answer.seq,
          time: time === null ? null : new Date(time).toISOString(),
        },
        action: time === null ? 'declineMeeting' : 'acceptMeeting',
      };
    });
  }
}
