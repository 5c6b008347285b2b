import { en } from './messaging.en.js';
import { fi } from './messaging.fi.js';
import { sv } from './messaging.sv.js';

export const messagingTexts = { fi, sv, en };
