import { en } from './catalogue.en.js';
import { fi } from './catalogue.fi.js';
import { sv } from './catalogue.sv.js';

export const catalogueTexts = { fi, sv, en };
