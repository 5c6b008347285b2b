import type { Language } from '../kernel/localized.js';
import type { NextAction, ReasonGroup } from './reason.js';

/** The first level of a reason list, in plain words. */
export const reasonGroupLabels: Record<ReasonGroup, Record<Language, string>> = {
  capacity: { fi: 'Ei tilaa nyt', sv: 'Inget utrymme nu', en: 'No room now' },
  eligibility: { fi: 'Palvelun ehdot', sv: 'Tjänstens villkor', en: 'Conditions of the service' },
  need: { fi: 'Asiakkaan tarve', sv: 'Kundens behov', en: 'The client’s need' },
  practical: { fi: 'Käytännön syy', sv: 'Praktisk orsak', en: 'A practical reason' },
  safety: { fi: 'Turvallisuus', sv: 'Säkerhet', en: 'Safety' },
  administrative: { fi: 'Sopimus tai kirjaus', sv: 'Avtal eller anteckning', en: 'Agreement or record' },
  client: { fi: 'Asiakkaan tilanne', sv: 'Kundens situation', en: 'The client’s situation' },
  provider: { fi: 'Palvelun tilanne', sv: 'Tjänstens situation', en: 'The service’s situation' },
  municipality: { fi: 'Kunnan asia', sv: 'Kommunens sak', en: 'A matter of the municipality' },
  other: { fi: 'Muu', sv: 'Annat', en: 'Other' },
};

/** What is offered next, as words for a button; `none` offers nothing. */
export const nextActionLabels: Record<Exclude<NextAction, 'none'>, Record<Language, string>> = {
  choose_other: { fi: 'Valitse toinen palvelu', sv: 'Välj en annan tjänst', en: 'Choose another service' },
  wait_for_place: { fi: 'Odota paikkaa', sv: 'Vänta på en plats', en: 'Wait for a place' },
  get_decision: {
    fi: 'Hanki päätös ja ohjaa uudelleen',
    sv: 'Skaffa beslutet och hänvisa på nytt',
    en: 'Get the decision and refer again',
  },
  assess_need: { fi: 'Arvioi palvelutarve', sv: 'Bedöm servicebehovet', en: 'Assess the need' },
  call_provider: { fi: 'Soita palveluun', sv: 'Ring tjänsten', en: 'Call the service' },
  renew_agreement: { fi: 'Tarkista sopimus', sv: 'Kontrollera avtalet', en: 'Check the agreement' },
  open_existing: {
    fi: 'Avaa aiempi ohjaus',
    sv: 'Öppna den tidigare hänvisningen',
    en: 'Open the earlier referral',
  },
  correct_and_resend: {
    fi: 'Korjaa ja lähetä uudelleen',
    sv: 'Rätta och skicka på nytt',
    en: 'Correct and send again',
  },
  talk_with_client: { fi: 'Keskustele asiakkaan kanssa', sv: 'Tala med kunden', en: 'Talk with the client' },
  reach_client: { fi: 'Tavoita asiakas', sv: 'Nå kunden', en: 'Reach the client' },
  plan_next: { fi: 'Suunnittele seuraava askel', sv: 'Planera nästa steg', en: 'Plan the next step' },
  set_return: { fi: 'Sovi paluupäivä', sv: 'Kom överens om en återkomstdag', en: 'Agree on a day of return' },
};
