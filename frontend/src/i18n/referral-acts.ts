import { en } from './referral-acts.en.js';
import { fi } from './referral-acts.fi.js';
import { sv } from './referral-acts.sv.js';

export const actTexts = { fi, sv, en };
