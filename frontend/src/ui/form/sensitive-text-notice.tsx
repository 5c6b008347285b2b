import { lazy, Suspense } from 'react';

/** Lists of words come beside the page: nothing has been written yet. */
const SensitiveTextHints = lazy(async () => ({
  default: (await import('./sensitive-text-hints.js')).SensitiveTextHints,
}));

/** Warns, while one writes, of what a free text should not carry. Refuses nothing: the question before sending does. */
export const SensitiveTextNotice = ({ name }: { name: string }) => (
  <Suspense>
    <SensitiveTextHints name={name} />
  </Suspense>
);
