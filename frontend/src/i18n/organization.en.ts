import type { fi } from './organization.fi.js';

export const en: typeof fi = {
  roles: {
    coach: 'Personal coach',
    coordinator: 'Service coordinator',
    serviceManager: 'Service manager',
    dataProtectionOfficer: 'Data protection officer',
    providerWorker: 'Worker',
    providerManager: 'Person in charge of the association',
    evaluator: 'Evaluator',
    administrator: 'Administrator',
  },
  signIn: {
    title: 'Sign in',
    lead: 'You need no account to search for services.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
  },
  demonstration: {
    heading: 'People of the demonstration',
    explained: 'All people and information are invented. Choose whose eyes you look with.',
    signInAs: (name) => `Sign in: ${name}`,
  },
  choose: {
    title: 'For whom are you acting?',
    lead: 'You belong to several organisations. You act for one at a time, and can change whenever you like.',
    none: 'You have no valid role in any organisation.',
    noneHelp: 'Ask the person in charge of your organisation to add you.',
    present: 'You are acting for this one now',
    actFor: (organization) => `Continue: ${organization}`,
  },
};
