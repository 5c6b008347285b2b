import { en } from './referral-screens.en.js';
import { fi } from './referral-screens.fi.js';
import { sv } from './referral-screens.sv.js';

export const screenTexts = { fi, sv, en };
