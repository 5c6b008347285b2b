import { Injectable } from '@nestjs/common';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { LogAction } from '@rinnalla/shared/log/log-action';
import type { AnswerTo, Asked, AskingKind } from '@rinnalla/shared/messaging/card-answers';
import type { CardOf, MessageCard } from '@rinnalla/shared/messaging/message-card';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationLog } from './conversation-log.js';
import { isRemoved } from './conversation.sql.js';
import { MessagePace } from './message-pace.js';

/** An answer as its writer gives it, whatever it answers. */
export interface WrittenAnswer {
  referralId: string;
  /** The number of the message whose card is answered. */
  seq: number;
  clientMessageId: string;
  body: string;
  attachmentIds?: readonly string[] | undefined;
  acknowledged?: readonly SensitiveKind[] | undefined;
}

const lockShared = statement(
  'lock-shared-conversation',
  'select id from conversation where referral_id = $1 and audience_organization_id is null for update',
);
/** With its answers as they were when this one was first sent: a repeated one finds what the first one found. */
const askedCard = statement(
  'asked-card',
  `select e.organization_id, e.details->'card' as card, ${isRemoved('e')} as removed,
          coalesce((select jsonb_agg(a.details->'card' order by a.seq) from conversation_entry a
                     where a.conversation_id = e.conversation_id and a.seq > e.seq and a.kind = 'message'
                       and (a.details->'card'->>'concerns')::bigint = e.seq
                       and not exists (select from conversation_entry own
                                        where own.conversation_id = e.conversation_id and own.seq <= a.seq
                                          and own.person_id = app.person() and own.client_message_id = $3)), '[]') as answers
     from conversation_entry e where e.conversation_id = $1 and e.seq = $2 and e.kind = 'message'`,
);

interface AskedRow {
  organization_id: string;
  card: MessageCard | null;
  removed: boolean;
  answers: MessageCard[];
}

/** Answers a card of the shared conversation by a message with a card. What may be answered, and how, each card's rule says. */
@Injectable()
export class AnswerCard {
  constructor(
    private readonly database: Database,
    private readonly log: ConversationLog,
    private readonly pace: MessagePace,
  ) {}

  async execute<Kind extends AskingKind>(
    actor: Member,
    kind: Kind,
    { referralId, seq, ...message }: WrittenAnswer,
    decide: (asked: Asked<AnswerTo<Kind>> & { card: CardOf<Kind> }) => {
      card: AnswerTo<Kind>;
      action: LogAction;
    },
  ): Promise<Placed> {
    // Under the lock: of two who answer at once, the second is told that it has been answered.
    const conversation = await this.database.row<{ id: string }>(lockShared, [referralId]);
    if (!conversation) throw new Problem('notFound');
    const asked = await this.database.row<AskedRow & Record<string, unknown>>(askedCard, [
      conversation.id,
      seq,
      message.clientMessageId,
    ]);
    if (asked?.removed) throw new Problem('wrongStatus', { reason: 'messageRemoved' });
    if (asked?.card?.kind !== kind) throw new Problem('notFound');
    const { card, action } = decide({
      organizationId: asked.organization_id,
      card: asked.card as CardOf<Kind>,
      answers: asked.answers as AnswerTo<Kind>[],
    });
    // Only what becomes a message counts as one; a stranger is told the same of every case, however often.
    this.pace.take(actor.personId);
    return this.log.append(actor, {
      ...message,
      conversationId: conversation.id,
      kind: 'message',
      details: { card },
      action,
    });
  }
}
