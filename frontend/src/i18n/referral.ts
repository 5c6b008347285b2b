import { en } from './referral.en.js';
import { fi } from './referral.fi.js';
import { sv } from './referral.sv.js';

export const referralTexts = { fi, sv, en };
