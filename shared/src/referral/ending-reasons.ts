import { type Reason, reasonOf } from './reason.js';

const client = reasonOf('withdraw', 'client', 'client');
const provider = reasonOf('withdraw', 'provider', 'provider');
const municipality = reasonOf('withdraw', 'municipality', 'municipality');
const other = reasonOf('withdraw', 'other', 'municipality');

/** Why a referral was taken back, or a promised period did not begin. */
export const endingReasons: readonly Reason[] = [
  municipality(
    'error_or_duplicate',
    [
      'Ohjaus oli tarpeeton tai kahteen kertaan tehty',
      'Hänvisningen var onödig eller gjordes två gånger',
      'The referral was a mistake or made twice',
    ],
    'none',
  ),
  client(
    'need_met',
    ['Tarve ratkesi muuten', 'Behovet löste sig på annat sätt', 'The need was met another way'],
    'none',
    { positive: true },
  ),
  client('moved', ['Asiakas muutti', 'Kunden flyttade', 'The client moved'], 'plan_next'),
  client('got_work', ['Asiakas sai työtä', 'Kunden fick arbete', 'The client got work'], 'none', {
    positive: true,
  }),
  client(
    'studies',
    ['Asiakas aloitti opinnot', 'Kunden började studera', 'The client began to study'],
    'none',
    { positive: true },
  ),
  client(
    'health',
    ['Terveys tai kuntoutus', 'Hälsa eller rehabilitering', 'Health or rehabilitation'],
    'talk_with_client',
  ),
  client(
    'consent_withdrawn',
    ['Asiakas perui suostumuksensa', 'Kunden återtog sitt samtycke', 'The client withdrew the consent'],
    'talk_with_client',
  ),
  client(
    'not_reached',
    ['Asiakasta ei ole tavoitettu', 'Kunden har inte nåtts', 'The client has not been reached'],
    'reach_client',
  ),
  client('deceased', ['Asiakas on kuollut', 'Kunden har avlidit', 'The client has died'], 'none'),
  provider('service_ended', ['Palvelu päättyi', 'Tjänsten upphörde', 'The service ended'], 'choose_other', {
    unmetNeed: true,
  }),
  municipality(
    'filled_elsewhere',
    [
      'Paikka löytyi toisesta palvelusta',
      'En plats hittades i en annan tjänst',
      'A place was found in another service',
    ],
    'none',
  ),
  other('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'plan_next', { noteRequired: true }),
];
