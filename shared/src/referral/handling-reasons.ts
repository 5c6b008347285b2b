import { type Reason, reasonOf } from './reason.js';

const clientRefusal = reasonOf('refuse_offer', 'client', 'client');
const otherRefusal = reasonOf('refuse_offer', 'other', 'client');
const skip = reasonOf('skip_queue', 'provider', 'provider');
const clientSkip = reasonOf('skip_queue', 'client', 'client');
const error = reasonOf('error', 'municipality', 'municipality');
const reassign = reasonOf('reassign', 'administrative', 'provider');

/** What is said when an offered place is not taken, the queue's order changes, a record is wrong or changes hands. */
export const handlingReasons: readonly Reason[] = [
  clientRefusal(
    'does_not_want',
    ['Asiakas ei halua paikkaa', 'Kunden vill inte ha platsen', 'The client does not want the place'],
    'talk_with_client',
  ),
  clientRefusal(
    'not_now',
    ['Ajankohta ei sovi', 'Tidpunkten passar inte', 'The time does not fit'],
    'wait_for_place',
  ),
  clientRefusal(
    'transport',
    ['Matka palveluun ei onnistu', 'Resan till tjänsten ordnar sig inte', 'Getting there is not possible'],
    'choose_other',
  ),
  clientRefusal(
    'not_reached',
    ['Asiakasta ei ole tavoitettu', 'Kunden har inte nåtts', 'The client has not been reached'],
    'reach_client',
  ),
  otherRefusal('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'talk_with_client', {
    noteRequired: true,
  }),

  skip(
    'unsuitable_place',
    [
      'Vapautunut paikka ei sovi ensimmäisenä olevalle',
      'Platsen passar inte den som är först',
      'The freed place does not fit the first in line',
    ],
    'wait_for_place',
  ),
  skip(
    'agreed_with_sender',
    ['Sovittu ohjaajan kanssa', 'Överenskommet med den som hänvisade', 'Agreed with the sender'],
    'none',
  ),
  clientSkip(
    'not_reached',
    [
      'Ensimmäisenä olevaa ei ole tavoitettu',
      'Den som är först har inte nåtts',
      'The first in line has not been reached',
    ],
    'reach_client',
  ),
  skip('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'none', { noteRequired: true }),

  error('wrong_client', ['Väärä asiakas', 'Fel kund', 'Wrong client'], 'correct_and_resend'),
  error('wrong_service', ['Väärä palvelu', 'Fel tjänst', 'Wrong service'], 'correct_and_resend'),
  error(
    'made_twice',
    ['Kirjattu kahteen kertaan', 'Antecknad två gånger', 'Recorded twice'],
    'open_existing',
  ),
  error('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'none', { noteRequired: true }),

  reassign('absence', ['Poissaolo', 'Frånvaro', 'Absence'], 'none'),
  reassign('left', ['Työntekijä lähti', 'Arbetstagaren slutade', 'The worker left'], 'none'),
  reassign('workload', ['Työtilanne', 'Arbetsläget', 'Workload'], 'none'),
  reassign('client_wish', ['Asiakkaan toive', 'Kundens önskan', 'The client’s wish'], 'none'),
  reassign('other', ['Muu syy', 'Annan orsak', 'Another reason'], 'none', { noteRequired: true }),
];
