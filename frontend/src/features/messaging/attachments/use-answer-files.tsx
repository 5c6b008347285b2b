import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { attachmentKeys } from './attachment.queries.js';
import { ComposerFiles } from './composer-files.js';
import { FileDrop } from './file-drop.js';
import { usePendingFiles } from './use-pending-files.js';

interface FilesOfAnswer {
  /** Choosing them, and those chosen. */
  area: ReactNode;
  names: readonly string[];
  /** Those that go now; undefined: one is on its way or was refused, and the sender decides first. */
  take: () => string[] | undefined;
  /** The answer was not taken: its files are there again. */
  giveBack: (ids: readonly string[]) => void;
  /** The answer is not sent: what was added for it goes. */
  discard: () => void;
}

/** Files of an answer that is written beside the box. Those that the box holds for its own message are left alone. */
export const useAnswerFiles = (view: ConversationView): FilesOfAnswer => {
  const pending = usePendingFiles(view);
  const queryClient = useQueryClient();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [isHeldBack, setHeldBack] = useState(false);
  const files = pending.files.filter(({ id }) => added.includes(id));
  const add = (chosen: readonly File[]): void => {
    const ids = pending.store.add(chosen);
    setAdded((before) => [...before, ...ids]);
  };
  const store = {
    add,
    remove: (id: string) => pending.store.remove(id),
    tryAgain: (id: string) => pending.store.tryAgain(id),
  };
  return {
    area: (
      <FileDrop onFiles={add}>
        <ComposerFiles store={store} files={files} isHeldBack={isHeldBack} />
      </FileDrop>
    ),
    names: files.map(({ name }) => name),
    take: () => {
      const isStuck = files.some(({ phase, state }) => phase !== 'ready' || state === 'refused');
      setHeldBack(isStuck);
      return isStuck ? undefined : pending.store.take(added);
    },
    giveBack: (ids) => {
      pending.store.giveBack(ids);
      void queryClient.invalidateQueries({ queryKey: attachmentKeys.ofReferral(view.referralId) });
    },
    discard: () => {
      for (const { id } of files) pending.store.remove(id);
    },
  };
};
