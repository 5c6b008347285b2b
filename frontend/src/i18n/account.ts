import { en } from './account.en.js';
import { fi } from './account.fi.js';
import { sv } from './account.sv.js';

export const accountTexts = { fi, sv, en };
