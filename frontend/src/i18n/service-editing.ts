import { en } from './service-editing.en.js';
import { fi } from './service-editing.fi.js';
import { sv } from './service-editing.sv.js';

export const serviceEditingTexts = { fi, sv, en };
