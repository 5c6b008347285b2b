import { en } from './organization.en.js';
import { fi } from './organization.fi.js';
import { sv } from './organization.sv.js';

export const organizationTexts = { fi, sv, en };
