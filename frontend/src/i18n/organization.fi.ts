import type { Role } from '@rinnalla/shared/organization/role';

const roles: Record<Role, string> = {
  coach: 'Omavalmentaja',
  coordinator: 'Palvelukoordinaattori',
  serviceManager: 'Palvelupäällikkö',
  dataProtectionOfficer: 'Tietosuojavastaava',
  providerWorker: 'Ohjaaja',
  providerManager: 'Järjestön vastuuhenkilö',
  evaluator: 'Arvioija',
  administrator: 'Pääkäyttäjä',
};

export const fi = {
  roles,
  signIn: {
    title: 'Kirjaudu sisään',
    lead: 'Palvelujen etsimiseen et tarvitse tunnuksia.',
    email: 'Sähköposti',
    password: 'Salasana',
    submit: 'Kirjaudu',
  },
  demonstration: {
    heading: 'Demonstraation henkilöt',
    explained: 'Kaikki henkilöt ja tiedot ovat keksittyjä. Valitse, kenen silmin katsot.',
    signInAs: (name: string) => `Kirjaudu: ${name}`,
  },
  choose: {
    title: 'Kenen puolesta toimit?',
    lead: 'Kuulut useaan organisaatioon. Toimit yhden puolesta kerrallaan, ja voit vaihtaa milloin vain.',
    none: 'Sinulla ei ole voimassa olevaa roolia missään organisaatiossa.',
    noneHelp: 'Pyydä organisaatiosi vastuuhenkilöä lisäämään sinut.',
    present: 'Toimit nyt tämän puolesta',
    actFor: (organization: string) => `Jatka: ${organization}`,
  },
};
