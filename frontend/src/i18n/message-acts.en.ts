import type { fi } from './message-acts.fi.js';

export const en: typeof fi = {
  call: {
    reach: 'Called',
    reachName: 'Called: record that the client was reached by phone',
    miss: 'Not reached',
    missName: 'Not reached: record that the client did not answer the phone',
    reached: 'Called the client',
    notReached: 'Called the client, no answer',
  },
  quote: {
    act: 'Quote',
    name: (moment) => `Quote the message ${moment}`,
    of: (name, moment) => `${name}, ${moment}`,
    drop: 'Leave out the quote',
  },
};
