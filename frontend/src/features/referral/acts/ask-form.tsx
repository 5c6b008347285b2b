import { z } from 'zod';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CheckboxListField } from '../../../ui/form/choice-fields.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';

const readyQuestions = [
  'start',
  'schedule',
  'language',
  'transport',
  'contact',
  'companion',
  'plan',
] as const;

const askInput = z
  .strictObject({ questions: z.array(z.enum(readyQuestions)), own: z.string().trim().max(300) })
  .superRefine(({ questions, own }, context) => {
    if (questions.length === 0 && own.length < 3)
      context.addIssue({ code: 'custom', path: ['questions'], message: 'tooFew' });
  });

/** "Kysy lisää": ready questions first, for a good question is answered fast. */
export const AskForm = (props: ActFormProps) => {
  const { ask: t } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="ask"
      schema={askInput}
      defaultValues={{ questions: [], own: '' }}
      toAct={({ questions, own }) => ({
        action: 'ask',
        questions: [
          ...questions.map((field) => ({ field: field as string, question: t.questions[field] })),
          ...(own ? [{ field: 'other', question: own }] : []),
        ],
      })}
    >
      <CheckboxListField
        name="questions"
        label={t.ready}
        options={readyQuestions.map((value) => ({ value, label: t.questions[value] }))}
      />
      <div>
        <TextareaField name="own" label={t.own} hint={t.ownHint} optional max={300} rows={2} />
        <SensitiveTextNotice name="own" />
      </div>
    </ActForm>
  );
};
