import type { FieldProblem } from '@rinnalla/shared/kernel/problem';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { useFieldSentence } from '../../i18n/field-sentence.js';
import { ProblemNotice } from '../states.js';
import { ErrorSummary } from './error-summary.js';
import styles from './form.module.css';
import type { ServerForm } from './use-server-form.js';

interface FormParts {
  fields: readonly FieldProblem[];
  labels: Map<string, string>;
  sentences: FieldSentences;
}
/** What a form itself says of a refused field, by the field's name: more than that something is missing. */
export type FieldSentences = Readonly<Record<string, string>>;
const none: FieldSentences = {};

const FormContext = createContext<FormParts>({ fields: [], labels: new Map(), sentences: none });

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** What a field wrapper needs: its id, its refusal as a sentence; tells its label to the summary. */
export const useFieldParts = (name: string, label: string): { id: string; sentence: string | undefined } => {
  const { fields, labels, sentences } = useContext(FormContext);
  const sentenceOf = useFieldSentence();
  labels.set(name, label);
  useEffect(() => () => void labels.delete(name), [labels, name]);
  const refused = fields.find(({ path }) => path === name);
  return { id: fieldId(name), sentence: refused && (sentences[name] ?? sentenceOf(refused)) };
};

interface FormProps<Values extends FieldValues, Parsed> {
  form: ServerForm<Values, Parsed>;
  /** The act; what it throws is shown in the form. */
  onSubmit: (values: Parsed) => Promise<unknown>;
  /** A finer sentence for a refusal that no field caused. */
  problemSentence?: string;
  sentences?: FieldSentences;
  label?: string;
  /** Opens the part of the form where a field is, when not all parts are in sight. */
  onReach?: (path: string) => void;
  children: ReactNode;
}

/** A form with the summary of refusals on top: focus moves to its heading, each line leads to its field. */
export const Form = <Values extends FieldValues, Parsed>({
  form,
  onSubmit,
  problemSentence,
  sentences = none,
  label,
  onReach,
  children,
}: FormProps<Values, Parsed>) => {
  const sentenceOf = useFieldSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  const [labels] = useState(() => new Map<string, string>());
  const { fields, refusals } = form;
  const hasRefused = fields.length > 0;

  useEffect(() => {
    if (refusals > 0 && hasRefused) heading.current?.focus();
  }, [refusals, hasRefused]);

  const reach = (path: string): void => {
    if (onReach) flushSync(() => onReach(path));
    document.getElementById(fieldId(nearestName(path, labels)))?.focus();
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void form.submit(onSubmit);
  };

  return (
    <FormContext.Provider value={useMemo(() => ({ fields, labels, sentences }), [fields, labels, sentences])}>
      <FormProvider {...form.methods}>
        <form className={styles.form} onSubmit={submit} noValidate aria-label={label}>
          {hasRefused && (
            <ErrorSummary
              heading={heading}
              onReach={reach}
              refused={fields.map((field) => {
                const name = nearestName(field.path, labels);
                const sentence = sentences[name] ?? sentenceOf(field);
                return { path: field.path, text: `${labels.get(name) ?? name}: ${sentence}` };
              })}
            />
          )}
          {children}
          <ProblemNotice problem={form.problem} sentence={problemSentence} />
        </form>
      </FormProvider>
    </FormContext.Provider>
  );
};

/** The field itself or the part of the form that holds it: `title.fi` may be refused as `title`. */
const nearestName = (path: string, labels: Map<string, string>): string => {
  for (let name = path; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    if (labels.has(name)) return name;
  }
  return [...labels.keys()].find((name) => name.startsWith(`${path}.`)) ?? path;
};
