import type { fi } from './account.fi.js';

export const en: typeof fi = {
  confirm: {
    title: 'Confirm that it is you',
    lead: 'This is an act that we ask about first. The confirmation covers ten minutes.',
    password: 'Password',
    submit: 'Confirm and continue',
    cancel: 'Cancel',
  },
};
