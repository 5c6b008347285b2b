import { en } from './client.en.js';
import { fi } from './client.fi.js';
import { sv } from './client.sv.js';

export const clientTexts = { fi, sv, en };
