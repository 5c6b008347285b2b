import { type Reason, reasonOf } from './reason.js';

const clientPause = reasonOf('pause', 'client', 'client');
const providerPause = reasonOf('pause', 'provider', 'provider');
const otherPause = reasonOf('pause', 'other', 'client');

const clientEnd = reasonOf('end_early', 'client', 'client');
const providerEnd = reasonOf('end_early', 'provider', 'provider');
const municipalityEnd = reasonOf('end_early', 'municipality', 'municipality');

/** Why a running period rests, or ends before its planned day. */
export const periodReasons: readonly Reason[] = [
  clientPause('illness', ['Sairaus', 'Sjukdom', 'Illness'], 'set_return'),
  clientPause('care', ['Läheisen hoito', 'Vård av närstående', 'Caring for someone'], 'set_return'),
  clientPause(
    'short_job',
    ['Lyhyt työ tai keikka', 'Kort arbete eller inhopp', 'A short job'],
    'set_return',
    { positive: true },
  ),
  clientPause('rehabilitation', ['Kuntoutus', 'Rehabilitering', 'Rehabilitation'], 'set_return'),
  clientPause('holiday', ['Loma', 'Semester', 'Holiday'], 'set_return'),
  providerPause(
    'service_break',
    ['Palvelun oma tauko', 'Tjänstens eget uppehåll', 'A break of the service itself'],
    'set_return',
  ),
  otherPause('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'set_return', { noteRequired: true }),

  clientEnd('got_work', ['Asiakas sai työtä', 'Kunden fick arbete', 'The client got work'], 'none', {
    positive: true,
  }),
  clientEnd(
    'studies',
    ['Asiakas aloitti opinnot', 'Kunden började studera', 'The client began to study'],
    'none',
    { positive: true },
  ),
  clientEnd(
    'other_service',
    [
      'Asiakas siirtyi toiseen palveluun',
      'Kunden gick över till en annan tjänst',
      'The client moved to another service',
    ],
    'plan_next',
  ),
  clientEnd(
    'absences',
    ['Asiakas oli paljon poissa', 'Kunden var mycket frånvarande', 'The client was often away'],
    'talk_with_client',
  ),
  clientEnd('health', ['Terveys', 'Hälsa', 'Health'], 'talk_with_client'),
  clientEnd(
    'own_wish',
    ['Asiakkaan oma toive', 'Kundens egen önskan', 'The client’s own wish'],
    'talk_with_client',
  ),
  providerEnd(
    'conduct_or_safety',
    [
      'Turvallisuuteen tai toimintaan liittyvä syy',
      'En orsak som gäller säkerheten eller beteendet',
      'A reason of conduct or safety',
    ],
    'call_provider',
    { noteRequired: true, maskedToClient: true },
  ),
  providerEnd(
    'service_ended',
    ['Palvelu päättyi', 'Tjänsten upphörde', 'The service ended'],
    'choose_other',
    { unmetNeed: true },
  ),
  municipalityEnd(
    'funding',
    [
      'Rahoitus tai sopimus päättyi',
      'Finansieringen eller avtalet upphörde',
      'The funding or agreement ended',
    ],
    'choose_other',
    { unmetNeed: true },
  ),
  clientEnd('moved', ['Asiakas muutti', 'Kunden flyttade', 'The client moved'], 'plan_next'),
  clientEnd('deceased', ['Asiakas on kuollut', 'Kunden har avlidit', 'The client has died'], 'none'),
];
