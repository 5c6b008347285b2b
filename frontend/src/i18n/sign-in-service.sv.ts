import type { fi } from './sign-in-service.fi.js';

export const sv: typeof fi = {
  title: 'Egen inloggningstjänst',
  lead: 'Din organisations personal kan logga in med samma konto som i era andra system. Fyll i uppgifterna tillsammans med den som sköter inloggningstjänsten.',
  back: 'Personer',
  none: 'Din organisation använder ingen egen inloggningstjänst. Man loggar in i Rinnalla med e-post och lösenord.',
  now: 'I bruk nu',
  on: 'I bruk',
  off: 'Inte i bruk',
  issuer: 'Tjänstens adress (issuer)',
  issuerHint:
    'Börjar med https:// och är exakt den som tjänsten själv uppger. Adressen kan inte bytas senare.',
  redirectUri: 'Returadress',
  redirectHelp: 'Meddela returadressen till den som sköter inloggningstjänsten.',
  secret: 'Hemlighet',
  secretKnown: 'Servern har hemligheten',
  secretMissing: (name) => `Servern saknar hemligheten ”${name}”. Be den som sköter Rinnalla lägga till den.`,
  begin: 'Ta en egen inloggningstjänst i bruk',
  change: 'Ändra inställningarna',
  clientId: 'Rinnallas identifierare i tjänsten (client id)',
  clientIdHint: 'Du får den av den som sköter inloggningstjänsten.',
  secretName: 'Hemlighetens namn',
  secretNameHint:
    'Små bokstäver, siffror och bindestreck. Själva hemligheten ges till den som sköter Rinnalla, aldrig här.',
  acr: 'Nivåer för stark autentisering (acr)',
  acrHint: 'Ett värde per rad. När tjänsten uppger något av dem ber Rinnalla inte om en andra bekräftelse.',
  amr: 'Sätt för stark autentisering (amr)',
  amrHint:
    'Ett värde per rad, till exempel mfa. Om båda listorna är tomma ber Rinnalla alltid om en andra bekräftelse.',
  enabled: 'Inloggningstjänsten är i bruk',
  enabledHint: 'När den inte är i bruk kan man inte logga in med den.',
  save: 'Spara',
  saved: 'Inloggningstjänstens inställningar har sparats.',
  changedMeanwhile:
    'Någon ändrade inställningarna under tiden. Det du skrev finns kvar. Spara igen om det ska ersätta den andras ändringar.',
};
