import { en } from './referral-composer.en.js';
import { fi } from './referral-composer.fi.js';
import { sv } from './referral-composer.sv.js';

export const composerTexts = { fi, sv, en };
