import { type Reason, reasonOf } from './reason.js';

const capacity = reasonOf('decline', 'capacity', 'provider');
const eligibility = reasonOf('decline', 'eligibility', 'client');
const need = reasonOf('decline', 'need', 'client');
const practical = reasonOf('decline', 'practical', 'client');
const safety = reasonOf('decline', 'safety', 'provider');
const administrative = reasonOf('decline', 'administrative', 'municipality');
const client = reasonOf('decline', 'client', 'client');
const other = reasonOf('decline', 'other', 'provider');

/** Why a provider could not take the client. */
export const declineReasons: readonly Reason[] = [
  capacity('full', ['Ryhmä on täynnä', 'Gruppen är full', 'The group is full'], 'wait_for_place', {
    unmetNeed: true,
  }),
  capacity(
    'no_staff',
    [
      'Ohjaajia ei ole nyt tarpeeksi',
      'Det finns inte tillräckligt med handledare nu',
      'Not enough staff right now',
    ],
    'choose_other',
    { unmetNeed: true },
  ),
  capacity(
    'group_started',
    ['Ryhmä on jo alkanut', 'Gruppen har redan börjat', 'The group has already started'],
    'wait_for_place',
    { unmetNeed: true },
  ),

  eligibility(
    'target_group',
    [
      'Palvelu on tarkoitettu toiselle kohderyhmälle',
      'Tjänsten är avsedd för en annan målgrupp',
      'The service is meant for another target group',
    ],
    'choose_other',
    { asksSuggestion: true },
  ),
  eligibility(
    'age',
    [
      'Palvelu on tarkoitettu toisen ikäisille',
      'Tjänsten är avsedd för en annan åldersgrupp',
      'The service is meant for another age group',
    ],
    'choose_other',
  ),
  eligibility(
    'area',
    [
      'Palvelu ei toimi asiakkaan alueella',
      'Tjänsten finns inte på kundens område',
      'The service does not work in the client’s area',
    ],
    'choose_other',
    { unmetNeed: true },
  ),
  eligibility(
    'decision_missing',
    [
      'Tarvittava päätös tai suunnitelma puuttuu',
      'Ett beslut eller en plan som behövs saknas',
      'A decision or plan that is needed is missing',
    ],
    'get_decision',
  ),
  eligibility(
    'language',
    [
      'Palvelua ei saa asiakkaan kielellä',
      'Tjänsten ges inte på kundens språk',
      'The service is not given in the client’s language',
    ],
    'choose_other',
    { unmetNeed: true },
  ),

  need(
    'stronger_support',
    [
      'Asiakas tarvitsee vahvempaa tukea',
      'Kunden behöver starkare stöd',
      'The client needs stronger support',
    ],
    'choose_other',
    { noteRequired: true, asksSuggestion: true, unmetNeed: true },
  ),
  need(
    'other_service',
    [
      'Toinen palvelu vastaa tarpeeseen paremmin',
      'En annan tjänst svarar bättre mot behovet',
      'Another service meets the need better',
    ],
    'choose_other',
    { noteRequired: true, asksSuggestion: true, unmetNeed: true },
  ),
  need(
    'assessment_first',
    [
      'Palvelutarve on hyvä arvioida ensin',
      'Servicebehovet bör bedömas först',
      'The need for service is best assessed first',
    ],
    'assess_need',
    { noteRequired: true },
  ),

  practical(
    'transport',
    ['Matka palveluun ei onnistu', 'Resan till tjänsten ordnar sig inte', 'Getting there is not possible'],
    'choose_other',
  ),
  practical(
    'timetable',
    ['Aikataulu ei sovi', 'Tidtabellen passar inte', 'The timetable does not fit'],
    'choose_other',
  ),
  practical(
    'accessibility',
    [
      'Paikka ei ole riittävän esteetön',
      'Stället är inte tillräckligt tillgängligt',
      'The place is not accessible enough',
    ],
    'choose_other',
  ),

  safety(
    'safety',
    ['Turvallisuuteen liittyvä syy', 'En orsak som gäller säkerheten', 'A reason of safety'],
    'call_provider',
    { noteRequired: true, asksSuggestion: true, maskedToClient: true },
  ),

  administrative(
    'agreement_ended',
    ['Sopimus on päättynyt', 'Avtalet har upphört', 'The agreement has ended'],
    'renew_agreement',
  ),
  administrative(
    'units_exhausted',
    ['Sopimuksen määrä on käytetty', 'Avtalets mängd är använd', 'The agreed amount has been used'],
    'renew_agreement',
  ),
  administrative(
    'duplicate',
    [
      'Samasta asiasta on jo toinen ohjaus',
      'Det finns redan en hänvisning i samma ärende',
      'There is already a referral for the same need',
    ],
    'open_existing',
  ),
  administrative(
    'error',
    [
      'Ohjaus tuli väärään palveluun',
      'Hänvisningen kom till fel tjänst',
      'The referral came to the wrong service',
    ],
    'correct_and_resend',
  ),

  client(
    'does_not_want',
    ['Asiakas ei halua palvelua', 'Kunden vill inte ha tjänsten', 'The client does not want the service'],
    'talk_with_client',
  ),
  client(
    'not_reached',
    ['Asiakasta ei ole tavoitettu', 'Kunden har inte nåtts', 'The client has not been reached'],
    'reach_client',
  ),
  client(
    'got_other',
    ['Asiakas sai muun paikan', 'Kunden fick en annan plats', 'The client got another place'],
    'plan_next',
  ),

  other('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'call_provider', { noteRequired: true }),
];
