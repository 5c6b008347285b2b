import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { call, newKey } from '../../../platform/call.js';
import { actorKeyOf, useSession } from '../../../platform/session.js';
import { upload } from '../../../platform/upload.js';
import { useAttachments } from './attachment.queries.js';
import { type PendingFile, PendingFiles } from './pending-files.js';

/** In memory only, for who acts now: the next person who signs in finds none. */
const memories = new WeakMap<object, { actorKey: string; byConversation: Map<string, PendingFiles> }>();

const pendingFilesOf = (application: object, actorKey: string, conversationId: string): PendingFiles => {
  let memory = memories.get(application);
  if (memory?.actorKey !== actorKey)
    memories.set(application, (memory = { actorKey, byConversation: new Map() }));
  const kept = memory.byConversation.get(conversationId);
  if (kept) return kept;
  const files = new PendingFiles({
    newId: newKey,
    send: (attachmentId, file, options) =>
      upload<AttachmentView>(attachmentRoutes.upload, { conversationId, attachmentId }, file, options),
    discard: (attachmentId) => call(attachmentRoutes.discard, { params: { conversationId, attachmentId } }),
  });
  memory.byConversation.set(conversationId, files);
  return files;
};

/** The files of the message that is being written in this conversation. */
export const usePendingFiles = ({
  id,
  referralId,
}: Pick<ConversationView, 'id' | 'referralId'>): { store: PendingFiles; files: readonly PendingFile[] } => {
  const store = pendingFilesOf(useQueryClient(), actorKeyOf(useSession()) ?? '', id);
  const files = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { data } = useAttachments(referralId);
  useEffect(() => {
    if (data) store.merge(data.attachments.filter(({ conversationId }) => conversationId === id));
  }, [data, store, id]);
  return { store, files };
};
