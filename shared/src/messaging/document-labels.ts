import type { Language } from '../kernel/localized.js';
import type { DocumentKind } from './message-card.js';

/** What a document is called, on the screen and in the archive alike. */
export const documentLabels: Record<Language, Record<DocumentKind, string>> = {
  fi: {
    planExtract: 'Ote suunnitelmasta',
    decision: 'Päätös',
    contract: 'Sopimus',
    certificate: 'Todistus',
    attendance: 'Läsnäolotiedot',
    closingReport: 'Loppuarvio',
    other: 'Muu asiakirja',
  },
  sv: {
    planExtract: 'Utdrag ur planen',
    decision: 'Beslut',
    contract: 'Avtal',
    certificate: 'Intyg',
    attendance: 'Uppgifter om närvaro',
    closingReport: 'Slutbedömning',
    other: 'Annat dokument',
  },
  en: {
    planExtract: 'Extract of the plan',
    decision: 'Decision',
    contract: 'Contract',
    certificate: 'Certificate',
    attendance: 'Attendance records',
    closingReport: 'Final review',
    other: 'Another document',
  },
};
