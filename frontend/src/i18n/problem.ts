import { en } from './problem.en.js';
import { fi } from './problem.fi.js';
import { sv } from './problem.sv.js';

export const problemTexts = { fi, sv, en };
