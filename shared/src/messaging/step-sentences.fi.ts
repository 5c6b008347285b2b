import type { ReferralAction } from '../referral/referral-action.js';

/** A step of the case as it stands among the messages. */
export const stepSentences: Record<ReferralAction, string> = {
  send: 'Ohjaus lähetettiin',
  acknowledge: 'Vastaanottaja on nähnyt ohjauksen',
  ask: 'Pyydettiin lisätietoa',
  answer: 'Lisätieto annettiin',
  accept: 'Paikka luvattiin',
  waitlist: 'Asiakas on jonossa',
  offer: 'Paikka tarjottiin',
  take_offer: 'Tarjottu paikka otettiin',
  refuse_offer: 'Tarjottua paikkaa ei otettu',
  decline: 'Paikkaa ei voitu antaa',
  withdraw: 'Ohjaus peruttiin',
  expire: 'Vastaus ei tullut ajoissa',
  start: 'Jakso alkoi',
  not_started: 'Jakso ei alkanut',
  pause: 'Jakso jäi tauolle',
  resume: 'Jakso jatkui',
  finish: 'Jakso päättyi, loppuarvio puuttuu',
  report: 'Loppuarvio annettiin',
  approve: 'Loppuarvio hyväksyttiin',
  undo: 'Edellinen toimi kumottiin',
  mark_in_error: 'Ohjaus merkittiin virheelliseksi',
  reassign: 'Vastuuhenkilö vaihtui',
};
