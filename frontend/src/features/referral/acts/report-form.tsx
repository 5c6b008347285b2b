import {
  exitCodeLabels,
  exitCodes,
  goalOutcomeLabels,
  goalOutcomes,
} from '@rinnalla/shared/referral/closing-outcome';
import { useLanguage } from '../../../i18n/language.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { RadioField, SelectField } from '../../../ui/form/choice-fields.js';
import { GoalQuote } from '../goal-quote.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { NoteField } from './reason-fields.js';

/** The closing report: it begins with what the client wanted, and asks how that went. */
export const ReportForm = (props: ActFormProps) => {
  const { report: t } = useTexts(actTexts);
  const language = useLanguage();
  const { version, goal } = props.view;
  return (
    <ActForm
      {...props}
      action="report"
      schema={actInput}
      defaultValues={{ action: 'report', version, note: '' }}
      toAct={(values) => values}
    >
      {goal && <GoalQuote goal={goal} size="row" />}
      <RadioField
        name="outcome"
        label={t.outcome}
        options={goalOutcomes.map((value) => ({ value, label: goalOutcomeLabels[value][language] }))}
      />
      <SelectField
        name="exitCode"
        label={t.exit}
        options={exitCodes.map((value) => ({ value, label: exitCodeLabels[value][language] }))}
      />
      <NoteField label={t.note} hint={t.noteHint} rows={5} />
    </ActForm>
  );
};
