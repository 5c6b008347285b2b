import type { fi } from './sign-in-service.fi.js';

export const en: typeof fi = {
  title: 'Own sign-in service',
  lead: 'Your people can sign in with the same account as in your other systems. Fill this in together with who keeps your sign-in service.',
  back: 'People',
  none: 'Your organisation uses no sign-in service of its own. One signs in to Rinnalla with e-mail and password.',
  now: 'In use now',
  on: 'In use',
  off: 'Not in use',
  issuer: 'Address of the service (issuer)',
  issuerHint: 'Begins with https:// and is exactly what the service itself says. It cannot be changed later.',
  redirectUri: 'Return address',
  redirectHelp: 'Tell the return address to who keeps the sign-in service.',
  secret: 'Secret',
  secretKnown: 'The server has the secret',
  secretMissing: (name) => `The server lacks the secret “${name}”. Ask who keeps Rinnalla to add it.`,
  begin: 'Take your own sign-in service into use',
  change: 'Change the settings',
  clientId: 'Rinnalla’s identifier in the service (client id)',
  clientIdHint: 'You get it from who keeps the sign-in service.',
  secretName: 'Name of the secret',
  secretNameHint:
    'Small letters, digits and hyphens. The secret itself is given to who keeps Rinnalla, never here.',
  acr: 'Levels of strong authentication (acr)',
  acrHint: 'One value on a line. When the service tells one of them, Rinnalla asks for no second step.',
  amr: 'Ways of strong authentication (amr)',
  amrHint:
    'One value on a line, for example mfa. If both lists are empty, Rinnalla always asks for a second step.',
  enabled: 'The sign-in service is in use',
  enabledHint: 'While it is not, nobody can sign in by it.',
  save: 'Save',
  saved: 'The settings of the sign-in service are saved.',
  changedMeanwhile:
    'Somebody changed the settings meanwhile. What you wrote is kept. Save again if it is to replace the other’s changes.',
};
