import { en } from './ui.en.js';
import { fi } from './ui.fi.js';
import { sv } from './ui.sv.js';

export const uiTexts = { fi, sv, en };
