import { Injectable } from '@nestjs/common';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { checkMeetingAnswer } from '@rinnalla/shared/messaging/meeting-rules';
import type { CardOf, MessageCard } from '@rinnalla/shared/messaging/message-card';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationLog } from './conversation-log.js';
import { isRemoved } from './conversation.sql.js';
import { MessagePace } from './message-pace.js';

export interface MeetingAnswer {
  referralId: string;
  seq: number;
  clientMessageId: string;
  body: string;
  time: string | null;
  acknowledged?: readonly SensitiveKind[] | undefined;
}

const lockShared = statement(
  'lock-shared-conversation',
  'select id from conversation where referral_id = $1 and audience_organization_id is null for update',
);
const proposalOf = statement(
  'meeting-proposal',
  `select e.organization_id, e.details->'card' as card, ${isRemoved('e')} as removed,
          exists (select from conversation_entry a where a.conversation_id = e.conversation_id and a.seq > e.seq and a.kind = 'message'
                    and a.details->'card'->>'kind' = 'meetingAnswer' and (a.details->'card'->>'concerns')::bigint = e.seq
                    and not (a.person_id = app.person() and a.client_message_id = $3)) as answered
     from conversation_entry e where e.conversation_id = $1 and e.seq = $2 and e.kind = 'message'`,
);

interface ProposalRow {
  organization_id: string;
  card: MessageCard | null;
  removed: boolean;
  answered: boolean;
}

/** The other side's yes to one of the times, or no to all of them: a message that stands, in the shared conversation. */
@Injectable()
export class AnswerMeeting {
  constructor(
    private readonly database: Database,
    private readonly log: ConversationLog,
    private readonly pace: MessagePace,
  ) {}

  async execute(
    actor: Member,
    { referralId, seq, clientMessageId, body, time, acknowledged }: MeetingAnswer,
  ): Promise<Placed> {
    this.pace.take(actor.personId);
    // Under the lock: of two who answer at once, the second is told that it has been answered.
    const conversation = await this.database.row<{ id: string }>(lockShared, [referralId]);
    if (!conversation) throw new Problem('notFound');
    const proposal = await this.database.row<ProposalRow & Record<string, unknown>>(proposalOf, [
      conversation.id,
      seq,
      clientMessageId,
    ]);
    if (proposal?.card?.kind !== 'meetingProposal' && !proposal?.removed) throw new Problem('notFound');
    const times = (proposal.card as CardOf<'meetingProposal'> | null)?.times ?? [];
    checkMeetingAnswer(
      {
        organizationId: proposal.organization_id,
        times,
        removed: proposal.removed,
        answered: proposal.answered,
      },
      { organizationId: actor.organization.id, time },
      this.database.transaction.at,
    );
    const card: CardOf<'meetingAnswer'> = {
      kind: 'meetingAnswer',
      concerns: seq,
      time: time === null ? null : new Date(time).toISOString(),
    };
    return this.log.append(actor, {
      conversationId: conversation.id,
      kind: 'message',
      clientMessageId,
      body,
      details: { card },
      acknowledged,
      action: time === null ? 'declineMeeting' : 'acceptMeeting',
    });
  }
}
