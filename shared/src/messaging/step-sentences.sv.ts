import type { ReferralAction } from '../referral/referral-action.js';

/** A step of the case as it stands among the messages. */
export const stepSentences: Record<ReferralAction, string> = {
  send: 'Hänvisningen skickades',
  acknowledge: 'Mottagaren har sett hänvisningen',
  ask: 'Mer information begärdes',
  answer: 'Mer information gavs',
  accept: 'Platsen utlovades',
  waitlist: 'Kunden står i kö',
  offer: 'En plats erbjöds',
  take_offer: 'Den erbjudna platsen togs emot',
  refuse_offer: 'Den erbjudna platsen togs inte emot',
  decline: 'Platsen kunde inte ges',
  withdraw: 'Hänvisningen återtogs',
  expire: 'Svaret kom inte i tid',
  start: 'Perioden började',
  not_started: 'Perioden började inte',
  pause: 'Perioden pausades',
  resume: 'Perioden fortsatte',
  finish: 'Perioden slutade, slutbedömning saknas',
  report: 'Slutbedömningen gavs',
  approve: 'Slutbedömningen godkändes',
  undo: 'Den senaste åtgärden togs tillbaka',
  mark_in_error: 'Hänvisningen märktes som felaktig',
  reassign: 'Ansvarig person byttes',
};
