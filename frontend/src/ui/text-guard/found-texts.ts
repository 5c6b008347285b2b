import type { ContactRule } from '@rinnalla/shared/client/sensitive-kinds';
import { findingsToAsk } from '@rinnalla/shared/client/text-guard';
import type { FoundText, GuardedText } from './guarded-text.js';

/** Those of the texts that the writer is asked about, with what is in them. */
export const findIn = (texts: readonly GuardedText[], contacts: ContactRule): FoundText[] =>
  texts.flatMap(({ text, fieldId }) => {
    const findings = findingsToAsk(text, contacts);
    return text && findings.length > 0 ? [{ text, fieldId, findings }] : [];
  });

/** Back in its field, with the first of what was found marked: after the dialog has given focus back. */
export const showIn = (found: FoundText | undefined): void => {
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
