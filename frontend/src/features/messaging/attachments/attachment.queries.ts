import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import type { MessagingServerEvents } from '@rinnalla/shared/messaging/socket-events';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../../platform/call.js';
import { useChannel } from '../../../platform/realtime.js';

export const attachmentKeys = {
  ofReferral: (referralId: string) => ['attachments', referralId] as const,
};

export const useAttachments = (referralId: string) =>
  useQuery({
    queryKey: attachmentKeys.ofReferral(referralId),
    queryFn: ({ signal }) => call(attachmentRoutes.ofReferral, { params: { referralId } }, { signal }),
  });

/** Reads the list again when files came, went or were checked. */
export const useAttachmentsLive = (referralId: string): void => {
  const channel = useChannel<MessagingServerEvents>();
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = (): void =>
      void queryClient.invalidateQueries({ queryKey: attachmentKeys.ofReferral(referralId) });
    const stops = [
      channel.on('attachmentsChanged', (change) => change.referralId === referralId && readAgain()),
      channel.on('conversationEntry', ({ entry }) => {
        if ((entry.kind === 'message' && entry.attachmentIds) || entry.kind === 'redaction') readAgain();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [channel, queryClient, referralId]);
};
