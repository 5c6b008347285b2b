import { messagingRoutes, type TeamMember } from '@rinnalla/shared/messaging/messaging-routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import { messagingKeys } from './messaging.queries.js';

const nobody: readonly TeamMember[] = [];

/** Who can be called by name here; asked for when it is needed. Without an answer nobody can. */
export const useConversationTeam = (conversationId: string, wanted: boolean): readonly TeamMember[] =>
  useQuery({
    queryKey: messagingKeys.team(conversationId),
    queryFn: ({ signal }) => call(messagingRoutes.team, { params: { conversationId } }, { signal }),
    enabled: wanted,
    staleTime: 60_000,
  }).data?.members ?? nobody;
