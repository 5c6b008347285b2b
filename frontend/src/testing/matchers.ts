import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A whole page of markup hides the sentence that failed.
configure({ getElementError: (message) => new Error(message ?? 'not found') });
