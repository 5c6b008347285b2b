import type { fi } from './account.fi.js';

export const sv: typeof fi = {
  confirm: {
    title: 'Bekräfta att det är du',
    lead: 'Det här är en sådan åtgärd att vi frågar först. Bekräftelsen räcker i tio minuter.',
    password: 'Lösenord',
    submit: 'Bekräfta och fortsätt',
    cancel: 'Avbryt',
  },
};
