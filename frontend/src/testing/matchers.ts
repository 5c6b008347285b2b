import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A whole page of markup hides the sentence that failed.
configure({
  // Patient on a busy machine; a test waits for what it wants, never for a time.
  asyncUtilTimeout: 10_000,
  // React does the work of an event as in a browser. Inside `act`, which is not awaited here, it would drop what is left
  // to draw once a screen has asked `use` for its texts.
  eventWrapper: (event) => event(),
  getElementError: (message) => new Error(message ?? 'not found'),
});
jest.setTimeout(60_000);
