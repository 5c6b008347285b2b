import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { attachmentKeys, useAttachmentsLive } from './attachment.queries.js';
import { ComposerFiles } from './composer-files.js';
import { usePendingFiles } from './use-pending-files.js';

interface FilesOfComposer {
  /** Choosing them, and those chosen. */
  area: ReactNode;
  add: (files: readonly File[]) => void;
  mayBeEmpty: boolean;
  names: readonly string[];
  /** Those that go now; undefined: one is on its way or was refused, and the sender decides first. */
  take: () => string[] | undefined;
  giveBack: (ids: readonly string[]) => void;
}

/** The files of the message that is being written, as its composer needs them. */
export const useComposerFiles = (view: ConversationView): FilesOfComposer => {
  const { store, files } = usePendingFiles(view);
  const queryClient = useQueryClient();
  const [isHeldBack, setHeldBack] = useState(false);
  useAttachmentsLive(view.referralId);
  return {
    area: <ComposerFiles store={store} files={files} isHeldBack={isHeldBack} />,
    add: (chosen) => store.add(chosen),
    names: files.map(({ name }) => name),
    mayBeEmpty: files.some(({ phase }) => phase === 'ready'),
    take: () => {
      const isStuck = files.some(({ phase, state }) => phase !== 'ready' || state === 'refused');
      setHeldBack(isStuck);
      return isStuck ? undefined : store.take();
    },
    giveBack: (ids) => {
      if (ids.length === 0) return;
      store.giveBack(ids);
      void queryClient.invalidateQueries({ queryKey: attachmentKeys.ofReferral(view.referralId) });
    },
  };
};
