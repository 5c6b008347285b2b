import type { ContactRule, SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { FoundText, GuardedText } from './guarded-text.js';

/** Lists of words and the question come beside the page: one writes before one sends. */
const judging = () => import('./found-texts.js');
const TextGuardDialog = lazy(async () => ({
  default: (await import('./text-guard-dialog.js')).TextGuardDialog,
}));

export interface TextGuard {
  /**
   * Asks about what the texts should rarely carry. The kinds that the writer sends all the same, none when there is
   * nothing to ask about; undefined when the writer goes back to the text: focus is then where it was found.
   */
  ask: (texts: readonly GuardedText[]) => Promise<SensitiveKind[] | undefined>;
  /** Stands anywhere in the form. */
  dialog: ReactNode;
}

interface Asking {
  found: FoundText[];
  answer: (kinds: SensitiveKind[] | undefined) => void;
}

/** The one question before sensitive words leave. The texts stay where they are, whatever is answered. */
export const useTextGuard = (contacts: ContactRule, verb: 'send' | 'save' = 'send'): TextGuard => {
  const [asking, setAsking] = useState<Asking>();
  return {
    ask: async (texts) => {
      const { findIn, showIn } = await judging();
      const found = findIn(texts, contacts);
      if (found.length === 0) return [];
      const kinds = await new Promise<SensitiveKind[] | undefined>((answer) => setAsking({ found, answer }));
      setAsking(undefined);
      if (!kinds) showIn(found[0]);
      return kinds;
    },
    dialog: asking && (
      <Suspense>
        <TextGuardDialog found={asking.found} contacts={contacts} verb={verb} onAnswer={asking.answer} />
      </Suspense>
    ),
  };
};
