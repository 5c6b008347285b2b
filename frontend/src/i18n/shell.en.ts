import type { fi } from './shell.fi.js';

export const en: typeof fi = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main navigation',
  language: 'Language',
  search: 'Find a service',
  demo: 'Demonstration',
  demoExplained: 'The information is invented.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  me: (name) => `Own menu: ${name}`,
  actingFor: (organization) => `You are acting for ${organization}`,
  account: 'My account',
  changeOrganization: 'Change organisation',
  keyboardHelp: 'Keyboard shortcuts',
  offline: 'No connection. You see what was fetched last.',
  offlineWaiting: (count) =>
    count === 1
      ? 'No connection – one change waits to be sent'
      : `No connection – ${count} changes wait to be sent`,
  liveLost: 'The live connection broke. Connecting again.',
  loadingScreen: 'Opening…',
  nav: {
    people: 'People',
    keeping: 'Keeping',
    log: 'Log',
    services: 'Services',
    today: 'Today',
    inbox: 'Inbox',
    ownServices: 'Our services',
    referrals: 'Referrals',
    conversations: 'Messages',
    clients: 'Clients',
  },
  hotkeys: {
    heading: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    search: 'Search',
    help: 'Show this help',
    enabled: 'Single-key shortcuts are on',
    onlyInLists: 'Shortcuts do not work while you are typing in a field.',
  },
  notFound: {
    title: 'Page not found',
    text: 'The address is wrong, or the page belongs to another organisation.',
    toServices: 'Find a service',
  },
  crashed: {
    title: 'The page did not open',
    text: 'What you wrote may not have been saved. Load the page again.',
    reload: 'Load the page again',
  },
  newVersion: 'There is a new version of Rinnalla. Load the page again.',
};
