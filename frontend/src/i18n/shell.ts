import { en } from './shell.en.js';
import { fi } from './shell.fi.js';
import { sv } from './shell.sv.js';

export const shellTexts = { fi, sv, en };
