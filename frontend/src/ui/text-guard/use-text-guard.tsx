import type { ContactRule, SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { kindsOf } from '@rinnalla/shared/client/sensitive-text';
import { findingsToAsk } from '@rinnalla/shared/client/text-guard';
import { type ReactNode, useState } from 'react';
import { type FoundText, TextGuardDialog } from './text-guard-dialog.js';

/** A text that is about to reach somebody, and the id of the field it was written in. */
export interface GuardedText {
  text: string | null | undefined;
  fieldId: string;
}

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
  const ask = async (texts: readonly GuardedText[]): Promise<SensitiveKind[] | undefined> => {
    const found = texts.flatMap(({ text, fieldId }) => {
      const findings = findingsToAsk(text, contacts);
      return text && findings.length > 0 ? [{ text, fieldId, findings }] : [];
    });
    if (found.length === 0) return [];
    return new Promise((resolve) => setAsking({ found, answer: resolve }));
  };
  const close = (kinds: SensitiveKind[] | undefined): void => {
    setAsking(undefined);
    asking?.answer(kinds);
  };
  return {
    ask,
    dialog: asking && (
      <TextGuardDialog
        found={asking.found}
        contacts={contacts}
        verb={verb}
        onEdit={() => {
          close(undefined);
          showIn(asking.found[0]);
        }}
        onGoOn={() => close(kindsOf(asking.found.flatMap(({ findings }) => findings)))}
      />
    ),
  };
};

/** After the dialog has given focus back to where it came from. */
const showIn = (found: FoundText | undefined): void => {
  const [first] = found?.findings ?? [];
  if (!found || !first) return;
  requestAnimationFrame(() => {
    const field = document.getElementById(found.fieldId);
    field?.focus();
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    // The text that was judged is trimmed; the field's may begin with spaces.
    const shift = Math.max(0, field.value.indexOf(found.text));
    field.setSelectionRange(first.start + shift, first.end + shift);
  });
};
