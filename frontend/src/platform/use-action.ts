import type { InputOf, ResponseOf, Route } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, newKey } from './call.js';

interface ActionOptions<R extends Route> {
  /** Keys of the queries that this act makes stale. */
  stale?: (answer: ResponseOf<R>, input: InputOf<R>) => QueryKey[];
  /** What comes of it is waited for before the stale queries are read again. */
  onDone?: (answer: ResponseOf<R>, input: InputOf<R>) => unknown;
}

/**
 * A write. Trying the same content again after a lost connection sends the same idempotency key,
 * so that an act whose answer was lost happens once.
 */
export const useAction = <R extends Route>(
  route: R,
  { stale, onDone }: ActionOptions<R> = {},
): UseMutationResult<ResponseOf<R>, Problem, InputOf<R>> => {
  const queryClient = useQueryClient();
  const unanswered = useRef<{ content: string; key: string }>(undefined);
  return useMutation<ResponseOf<R>, Problem, InputOf<R>>({
    mutationFn: (input) => {
      const content = JSON.stringify(input);
      if (unanswered.current?.content !== content) unanswered.current = { content, key: newKey() };
      return call(route, input, { idempotencyKey: unanswered.current.key });
    },
    onError: (problem) => {
      if (problem.code !== 'unavailable' && problem.code !== 'internal') unanswered.current = undefined;
    },
    onSuccess: async (answer, input) => {
      unanswered.current = undefined;
      await onDone?.(answer, input);
      const keys = stale?.(answer, input) ?? [];
      await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
};
