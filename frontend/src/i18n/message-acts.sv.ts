import type { fi } from './message-acts.fi.js';

export const sv: typeof fi = {
  call: {
    reach: 'Ringt',
    reachName: 'Ringt: anteckna att kunden nåddes per telefon',
    miss: 'Inget svar',
    missName: 'Inget svar: anteckna att kunden inte svarade i telefon',
    reached: 'Ringde kunden',
    notReached: 'Ringde kunden, inget svar',
  },
  quote: {
    act: 'Citera',
    name: (moment) => `Citera meddelandet ${moment}`,
    of: (name, moment) => `${name}, ${moment}`,
    drop: 'Ta bort citatet',
  },
};
