import { findReason, reasonsOf } from '@rinnalla/shared/referral/referral-reasons';
import { reasonGroupLabels } from '@rinnalla/shared/referral/reason-labels';
import { type ReasonKind, reasonGroups } from '@rinnalla/shared/referral/reason';
import { useWatch } from 'react-hook-form';
import { helsinkiDay } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { GroupedSelectField } from '../../../ui/form/grouped-select-field.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';

interface ReasonFieldProps {
  kind: ReasonKind;
  label: string;
  name?: string;
}

/** A reason from the closed list of today, in its two levels. */
export const ReasonField = ({ kind, label, name = 'reason' }: ReasonFieldProps) => {
  const language = useLanguage();
  const reasons = reasonsOf(kind, helsinkiDay(useNow()));
  const groups = reasonGroups
    .map((group) => ({
      label: reasonGroupLabels[group][language],
      options: reasons
        .filter((reason) => reason.group === group)
        .map(({ code, label: text }) => ({ value: code, label: text[language] })),
    }))
    .filter(({ options }) => options.length > 0);
  return <GroupedSelectField name={name} label={label} groups={groups} />;
};

/** The sentence beside a reason: asked for only where the reason needs it. */
export const ReasonNoteField = ({ kind, label }: { kind: ReasonKind; label?: string }) => {
  const t = useTexts(actTexts);
  const code = useWatch({ name: 'reason' }) as string | undefined;
  const isRequired = code ? (findReason(kind, code)?.noteRequired ?? false) : false;
  return <NoteField label={isRequired ? t.noteRequired : (label ?? t.note)} optional={!isRequired} />;
};

interface NoteFieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  rows?: number;
}

/** Free text that the other side reads: warns of what does not belong there. */
export const NoteField = ({ label, hint, optional = true, rows = 3 }: NoteFieldProps) => (
  <div>
    <TextareaField name="note" label={label} hint={hint} optional={optional} max={600} rows={rows} />
    <SensitiveTextNotice name="note" />
  </div>
);
