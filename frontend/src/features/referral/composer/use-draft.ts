import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../../platform/call.js';
import { useWaitingChanges } from '../../../platform/connection.js';
import { referralKeys } from '../referral.queries.js';
import { type ComposerValues, draftContentOf } from './composer-values.js';
import { DraftSaver, type DraftState, type SavedDraft, type WriteDraft } from './draft-saver.js';

/** How the draft stands; `waiting` before it can exist, `tooLong` while a text goes over its limit. */
type DraftStanding = DraftState | 'waiting' | 'tooLong';

export interface DraftHandle {
  standing: DraftStanding;
  flush: () => Promise<SavedDraft>;
  keepMine: () => void;
  takeOther: () => void;
}

interface DraftOptions {
  methods: UseFormReturn<ComposerValues>;
  clientId: string;
  initial: SavedDraft | undefined;
  previousReferralId: string | null;
}

const writing = new Set<DraftStanding>(['unsaved', 'saving', 'offline', 'conflict', 'refused', 'tooLong']);

/** Keeps the draft on the server while one writes; its address is remembered so that a reload opens it again. */
export const useDraft = ({ methods, clientId, initial, previousReferralId }: DraftOptions): DraftHandle => {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const [standing, setStanding] = useState<DraftStanding>(initial ? 'saved' : 'waiting');
  const [saver] = useState(() => {
    const write: WriteDraft = async (content, draft, idempotencyKey) => {
      if (draft) {
        const body = { ...content, version: draft.version };
        return call(referralRoutes.saveDraft, { params: { referralId: draft.id }, body });
      }
      const created = await call(
        referralRoutes.draft,
        { body: { ...content, clientId, previousReferralId } },
        { idempotencyKey },
      );
      setSearch({ luonnos: created.id }, { replace: true });
      void queryClient.invalidateQueries({ queryKey: referralKeys.today });
      return created;
    };
    const content = draftContentOf(methods.getValues());
    return new DraftSaver(write, setStanding, initial, typeof content === 'string' ? undefined : content);
  });

  useEffect(() => {
    const follow = (): void => {
      const content = draftContentOf(methods.getValues());
      if (content === 'incomplete') setStanding('waiting');
      else if (content === 'tooLong') setStanding('tooLong');
      else saver.change(content);
    };
    follow();
    const { unsubscribe } = methods.watch(follow);
    return () => {
      unsubscribe();
      saver.stop();
    };
  }, [methods, saver]);

  const isWriting = writing.has(standing);
  useWaitingChanges(standing === 'offline' ? 1 : 0);
  useEffect(() => {
    if (!isWriting) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isWriting]);

  return {
    standing,
    flush: () => saver.flush(),
    keepMine: () => void saver.keepMine().catch(() => undefined),
    takeOther: () => void navigate(0),
  };
};
