import type { fi } from './organization.fi.js';

export const sv: typeof fi = {
  roles: {
    coach: 'Egen handledare',
    coordinator: 'Servicekoordinator',
    serviceManager: 'Servicechef',
    dataProtectionOfficer: 'Dataskyddsombud',
    providerWorker: 'Handledare',
    providerManager: 'Verksamhetsansvarig',
    evaluator: 'Utvärderare',
    administrator: 'Huvudanvändare',
  },
  signIn: {
    title: 'Logga in',
    lead: 'Du behöver inga användaruppgifter för att söka tjänster.',
    email: 'E-post',
    password: 'Lösenord',
    submit: 'Logga in',
  },
  demonstration: {
    heading: 'Demonstrationens personer',
    explained: 'Alla personer och uppgifter är påhittade. Välj med vems ögon du ser.',
    signInAs: (name) => `Logga in: ${name}`,
  },
  choose: {
    title: 'För vem arbetar du?',
    lead: 'Du hör till flera organisationer. Du arbetar för en åt gången och kan byta när som helst.',
    none: 'Du har ingen giltig roll i någon organisation.',
    noneHelp: 'Be den ansvariga i din organisation att lägga till dig.',
    present: 'Du arbetar nu för denna',
    actFor: (organization) => `Fortsätt: ${organization}`,
  },
};
