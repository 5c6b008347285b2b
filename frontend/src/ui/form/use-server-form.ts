import { fieldProblemsOf } from '@rinnalla/shared/contract/field-problems';
import type { FieldProblem, Problem } from '@rinnalla/shared/kernel/problem';
import { useState } from 'react';
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { asProblem } from '../../platform/query-client.js';
import { withoutPrefix } from './field-problems.js';

interface ServerFormOptions<Schema extends z.ZodType> {
  /** The contract's own schema of the input: what the browser refuses, the server refuses for the same reason. */
  schema: Schema;
  defaultValues: DefaultValues<z.input<Schema> & FieldValues>;
  /** Where the form's values stand in the request; the server names its fields from there. */
  prefix?: string;
}

export interface ServerForm<Values extends FieldValues, Parsed> {
  methods: UseFormReturn<Values>;
  /** The refused fields of the last attempt; they stay until the next one (static validation). */
  fields: readonly FieldProblem[];
  /** A refusal that no field caused. */
  problem: Problem | null;
  /** Grows with each refused attempt, so that focus moves to the summary each time. */
  refusals: number;
  busy: boolean;
  submit: (act: (values: Parsed) => Promise<unknown>) => Promise<void>;
  clear: () => void;
}

/**
 * A form whose values are judged by one schema here and again by the server; both kinds of refusals come out alike
 * and nothing that was typed is lost by either.
 */
export const useServerForm = <Schema extends z.ZodType>({
  schema,
  defaultValues,
  prefix = 'body',
}: ServerFormOptions<Schema>): ServerForm<z.input<Schema> & FieldValues, z.output<Schema>> => {
  const methods = useForm<z.input<Schema> & FieldValues>({ defaultValues });
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);

  const refuse = (refused: readonly FieldProblem[], whole: Problem | null): void => {
    setFields(refused);
    setProblem(whole);
    setRefusals((count) => count + 1);
  };

  const submit = async (act: (values: z.output<Schema>) => Promise<unknown>): Promise<void> => {
    if (busy) return;
    const parsed = schema.safeParse(methods.getValues());
    if (!parsed.success) {
      return refuse(withoutPrefix(fieldProblemsOf(parsed.error.issues, prefix), prefix), null);
    }
    setFields([]);
    setProblem(null);
    setBusy(true);
    try {
      await act(parsed.data);
    } catch (error) {
      const refusal = asProblem(error);
      const refused = withoutPrefix(refusal.extra.fields ?? [], prefix);
      refuse(refused, refused.length > 0 ? null : refusal);
    } finally {
      setBusy(false);
    }
  };

  return {
    methods,
    fields,
    problem,
    refusals,
    busy,
    submit,
    clear: () => {
      setFields([]);
      setProblem(null);
    },
  };
};
