import { z } from 'zod';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import styles from './acts.module.css';

const answerInput = z
  .strictObject({ answers: z.record(z.string(), z.string().trim().max(600)) })
  .superRefine(({ answers }, context) => {
    const [first] = Object.keys(answers);
    if (Object.values(answers).every((answer) => answer === ''))
      context.addIssue({ code: 'custom', path: ['answers', ...(first ? [first] : [])], message: 'required' });
  });

/** The sender answers what was asked; a question may also be left for the conversation. */
export const AnswerForm = (props: ActFormProps) => {
  const { answer: t } = useTexts(actTexts);
  const open = props.view.questions.filter(({ answer }) => answer === null);
  return (
    <ActForm
      {...props}
      action="answer"
      schema={answerInput}
      defaultValues={{ answers: Object.fromEntries(open.map(({ id }) => [id, ''])) }}
      toAct={({ answers }) => ({
        action: 'answer',
        answers: Object.entries(answers)
          .filter(([, answer]) => answer !== '')
          .map(([questionId, answer]) => ({ questionId, answer })),
      })}
    >
      <p className={styles.quiet}>{t.intro}</p>
      {open.map(({ id, question }) => (
        <div key={id}>
          <TextareaField name={`answers.${id}`} label={question} max={600} rows={2} />
          <SensitiveTextNotice name={`answers.${id}`} />
        </div>
      ))}
    </ActForm>
  );
};
