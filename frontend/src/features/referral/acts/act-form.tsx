import { type ContactRule, contactRuleOf } from '@rinnalla/shared/client/sensitive-kinds';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { formatTime } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useSession } from '../../../platform/session.js';
import { PrimaryButton, QuietButton } from '../../../ui/buttons.js';
import { ConflictNotice } from '../../../ui/conflict-notice.js';
import { fieldId, type FieldSentences, Form } from '../../../ui/form/form.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import type { GuardedText } from '../../../ui/text-guard/guarded-text.js';
import { useTextGuard } from '../../../ui/text-guard/use-text-guard.js';
import { isOwnStep } from '../is-own-step.js';
import { useProblemSentence } from '../use-problem-sentence.js';
import type { Act } from '../use-transition.js';
import type { ActFormProps, FormedAction } from './act-form-props.js';
import styles from './acts.module.css';

interface ActFormFrameProps<Schema extends z.ZodType> extends ActFormProps {
  action: FormedAction;
  schema: Schema;
  defaultValues: DefaultValues<z.input<Schema> & FieldValues>;
  toAct: (values: z.output<Schema>) => Act;
  sentences?: FieldSentences;
  children: ReactNode;
}

/** What the form of every act has: its title, its refusals, who was first, and the way back. */
export const ActForm = <Schema extends z.ZodType>({
  action,
  schema,
  defaultValues,
  toAct,
  sentences,
  view,
  onAct,
  onCancel,
  onConflict,
  children,
}: ActFormFrameProps<Schema>) => {
  const t = useTexts(actTexts);
  const { nowStands, status } = useTexts(referralTexts);
  const sentenceOf = useProblemSentence();
  const form = useServerForm({ schema, defaultValues });
  const guard = useTextGuard(contactsOf(view));
  const [conflict, setConflict] = useState<Problem>();
  const isPossible = view.actions.includes(action);
  const overtaken = useOvertaken(view, isPossible);
  const first = conflict ? sentenceOf(conflict) : overtaken;

  const submit = async (values: z.output<Schema>): Promise<void> => {
    setConflict(undefined);
    const act = toAct(values);
    const acknowledged = await guard.ask(textsOf(act));
    if (!acknowledged) return;
    try {
      await onAct(acknowledged.length > 0 ? { ...act, acknowledged } : act);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'changedMeanwhile') throw problem;
      setConflict(problem);
      onConflict();
    }
  };

  return (
    <section className={styles.form} aria-label={t.labels[action]}>
      <h2>{t.labels[action]}</h2>
      {first && (
        <ConflictNotice kept={isPossible ? undefined : t.textKept}>
          {`${first} ${nowStands(status[view.status])}`}
        </ConflictNotice>
      )}
      <Form
        form={form}
        onSubmit={submit}
        problemSentence={sentenceOf(form.problem)}
        sentences={sentences}
        label={t.labels[action]}
      >
        {children}
        <div className={styles.buttons}>
          {isPossible && (
            <PrimaryButton type="submit" busy={form.busy}>
              {t.submit[action]}
            </PrimaryButton>
          )}
          <QuietButton onClick={onCancel}>{t.cancel}</QuietButton>
        </div>
      </Form>
      {guard.dialog}
    </section>
  );
};

const contactsOf = ({ side, card }: ActFormProps['view']): ContactRule =>
  contactRuleOf({ isSender: side === 'sender', nonDisclosure: card.nonDisclosure ?? false });

/** What a person writes with an act, where each form has its field. */
const textsOf = (act: Act): GuardedText[] => {
  if (act.action === 'ask')
    return act.questions
      .filter(({ field }) => field === 'other')
      .map(({ question }) => ({ text: question, fieldId: fieldId('own') }));
  if (act.action === 'answer')
    return act.answers.map(({ questionId, answer }) => ({
      text: answer,
      fieldId: fieldId(`answers.${questionId}`),
    }));
  return [{ text: act.note, fieldId: fieldId('note') }];
};

/** Somebody acted while this form was open, and the page has heard of it: who, when and what, before anything is sent. */
const useOvertaken = ({ steps }: ActFormProps['view'], isPossible: boolean): string | undefined => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  const { person } = useSession();
  const last = steps.at(-1);
  if (isPossible || !last || !person || isOwnStep({ steps }, person)) return undefined;
  return t.conflict(
    last.actorName,
    formatTime(last.at, language),
    t.done[last.action].toLocaleLowerCase(language),
  );
};
