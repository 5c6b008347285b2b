import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { MarkUnread } from './mark-unread.js';
import { ReadConversations } from './read-conversations.js';
import { ResolveConversation } from './resolve-conversation.js';
import { SaveMessageDraft } from './save-message-draft.js';
import { SearchMessages } from './search-messages.js';
import { SnoozeConversation } from './snooze-conversation.js';

type Routes = typeof messagingRoutes;
type Asked<Name extends keyof Routes> = ParsedOf<Routes[Name]>;
type Answer<Name extends keyof Routes> = Promise<ResponseOf<Routes[Name]>>;

/** A person's own order among their conversations: what waits, what is put off, settled, begun or looked for. */
@Controller()
export class ConversationListController {
  constructor(
    private readonly readConversations: ReadConversations,
    private readonly searchMessages: SearchMessages,
    private readonly markUnread: MarkUnread,
    private readonly resolveConversation: ResolveConversation,
    private readonly snoozeConversation: SnoozeConversation,
    private readonly saveDraft: SaveMessageDraft,
  ) {}

  @Handles(messagingRoutes.mine)
  mine(@CurrentMember() actor: Member, @Input() { query }: Asked<'mine'>): Answer<'mine'> {
    return this.readConversations.mine(actor, query);
  }

  @Handles(messagingRoutes.search)
  search(@CurrentMember() actor: Member, @Input() { body }: Asked<'search'>): Answer<'search'> {
    return this.searchMessages.execute(actor, body.words);
  }

  @Handles(messagingRoutes.markUnread)
  unread(
    @CurrentMember() actor: Member,
    @Input() { params, body }: Asked<'markUnread'>,
  ): Answer<'markUnread'> {
    return this.markUnread.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.resolve)
  resolve(@CurrentMember() actor: Member, @Input() { params, body }: Asked<'resolve'>): Answer<'resolve'> {
    return this.resolveConversation.execute(actor, { ...params, ...body });
  }

  @Handles(messagingRoutes.snooze)
  snooze(@CurrentMember() _actor: Member, @Input() { params, body }: Asked<'snooze'>): Answer<'snooze'> {
    return this.snoozeConversation.execute({ ...params, ...body });
  }

  @Handles(messagingRoutes.saveDraft)
  draft(@CurrentMember() _actor: Member, @Input() { params, body }: Asked<'saveDraft'>): Answer<'saveDraft'> {
    return this.saveDraft.execute({ ...params, ...body });
  }
}
