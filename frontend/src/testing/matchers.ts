import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A whole page of markup hides the sentence that failed.
configure({
  // Patient on a busy machine; a test waits for what it wants, never for a time.
  asyncUtilTimeout: 10_000,
  getElementError: (message) => new Error(message ?? 'not found'),
});
jest.setTimeout(60_000);
