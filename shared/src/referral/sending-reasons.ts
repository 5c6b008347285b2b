import { type Reason, reasonOf } from './reason.js';

const urgency = reasonOf('urgency', 'need', 'client');
const eligibility = reasonOf('eligibility_override', 'eligibility', 'municipality');
const duplicate = reasonOf('duplicate_override', 'administrative', 'municipality');

/** What a sender must say for the class K1, past an eligibility rule, or beside an open referral. */
export const sendingReasons: readonly Reason[] = [
  urgency('housing', ['Asuminen on vaarassa', 'Boendet är hotat', 'Housing is at risk'], 'none'),
  urgency(
    'service_broken',
    ['Palvelu on juuri katkennut', 'En tjänst har just avbrutits', 'A service has just broken off'],
    'none',
  ),
  urgency(
    'early_sobriety',
    ['Päihteettömyys on juuri alkanut', 'Nykterheten har just börjat', 'Sobriety has just begun'],
    'none',
  ),
  urgency(
    'asked_for_help_now',
    ['Asiakas pyysi vihdoin apua', 'Kunden bad äntligen om hjälp', 'The client has at last asked for help'],
    'none',
  ),
  urgency('violence', ['Väkivalta tai sen uhka', 'Våld eller hot om våld', 'Violence or its threat'], 'none'),

  eligibility(
    'agreed_with_provider',
    ['Sovittu palvelun kanssa', 'Överenskommet med tjänsten', 'Agreed with the service'],
    'none',
  ),
  eligibility(
    'will_be_met',
    [
      'Ehto täyttyy ennen aloitusta',
      'Villkoret uppfylls före starten',
      'The condition will be met before the start',
    ],
    'none',
  ),
  eligibility(
    'assessed_individually',
    [
      'Asiakkaan tilanne on arvioitu erikseen',
      'Kundens situation har bedömts särskilt',
      'The client’s situation has been assessed separately',
    ],
    'none',
    { noteRequired: true },
  ),
  eligibility('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'none', { noteRequired: true }),

  duplicate(
    'other_period',
    ['Ohjaus koskee eri jaksoa', 'Hänvisningen gäller en annan period', 'It is for another period'],
    'none',
  ),
  duplicate(
    'other_goal',
    ['Ohjauksella on eri tavoite', 'Hänvisningen har ett annat mål', 'It has another goal'],
    'none',
  ),
  duplicate(
    'replaces',
    [
      'Tämä korvaa aiemman ohjauksen',
      'Denna ersätter den tidigare hänvisningen',
      'It replaces the earlier referral',
    ],
    'none',
  ),
  duplicate('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'none', { noteRequired: true }),
];
