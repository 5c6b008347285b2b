import type { fi } from './shell.fi.js';

export const sv: typeof fi = {
  skipToContent: 'Gå till innehållet',
  mainNavigation: 'Huvudmeny',
  language: 'Språk',
  search: 'Sök tjänster',
  demo: 'Demonstration',
  demoExplained: 'Uppgifterna är påhittade.',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  me: (name) => `Egen meny: ${name}`,
  actingFor: (organization) => `Du arbetar för ${organization}`,
  account: 'Mitt konto',
  changeOrganization: 'Byt organisation',
  keyboardHelp: 'Kortkommandon',
  offline: 'Ingen förbindelse. Du ser de senast hämtade uppgifterna.',
  offlineWaiting: (count) =>
    count === 1
      ? 'Ingen förbindelse – en ändring väntar på att skickas'
      : `Ingen förbindelse – ${count} ändringar väntar på att skickas`,
  liveLost: 'Direktförbindelsen bröts. Ansluter på nytt.',
  loadingScreen: 'Öppnas…',
  nav: {
    people: 'Personer',
    keeping: 'Bevarande',
    log: 'Logg',
    services: 'Tjänster',
    today: 'I dag',
    inbox: 'Inkomna',
    ownServices: 'Våra tjänster',
    referrals: 'Ärenden',
    conversations: 'Samtal',
    clients: 'Kunder',
  },
  hotkeys: {
    heading: 'Kortkommandon',
    everywhere: 'Överallt',
    search: 'Sök',
    help: 'Visa den här hjälpen',
    enabled: 'Kortkommandon med en tangent används',
    onlyInLists: 'Kortkommandona fungerar inte när du skriver i ett fält.',
  },
  notFound: {
    title: 'Sidan hittas inte',
    text: 'Adressen är fel, eller så hör sidan till en annan organisation.',
    toServices: 'Sök tjänster',
  },
  crashed: {
    title: 'Sidan öppnades inte',
    text: 'Det du skrev kan ha blivit osparat. Ladda om sidan.',
    reload: 'Ladda om sidan',
  },
  newVersion: 'Det finns en ny version av Rinnalla. Ladda om sidan.',
};
