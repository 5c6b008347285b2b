import type { Language } from '../kernel/localized.js';

/** How the goal, in the client's own words, was met. */
export const goalOutcomes = ['achieved', 'partly', 'not_achieved'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

export const goalOutcomeLabels: Record<GoalOutcome, Record<Language, string>> = {
  achieved: { fi: 'Tavoite toteutui', sv: 'Målet nåddes', en: 'The goal was reached' },
  partly: { fi: 'Tavoite toteutui osittain', sv: 'Målet nåddes delvis', en: 'The goal was partly reached' },
  not_achieved: {
    fi: 'Tavoite ei toteutunut vielä',
    sv: 'Målet nåddes inte ännu',
    en: 'The goal was not reached yet',
  },
};

/** The client's situation when the period ends. Unknown is an answer and is shown as one. */
export const exitCodes = [
  'open_work',
  'subsidised_work',
  'education',
  'next_service',
  'rehabilitation_or_pension',
  'no_change',
  'unknown',
] as const;
export type ExitCode = (typeof exitCodes)[number];

export const exitCodeLabels: Record<ExitCode, Record<Language, string>> = {
  open_work: { fi: 'Työhön', sv: 'Till arbete', en: 'To work' },
  subsidised_work: {
    fi: 'Palkkatuettuun työhön',
    sv: 'Till arbete med lönesubvention',
    en: 'To subsidised work',
  },
  education: { fi: 'Opintoihin', sv: 'Till studier', en: 'To studies' },
  next_service: { fi: 'Seuraavaan palveluun', sv: 'Till nästa tjänst', en: 'To the next service' },
  rehabilitation_or_pension: {
    fi: 'Kuntoutus tai eläke selvisi',
    sv: 'Rehabilitering eller pension klarnade',
    en: 'Rehabilitation or pension became clear',
  },
  no_change: { fi: 'Tilanne on ennallaan', sv: 'Situationen är oförändrad', en: 'No change' },
  unknown: { fi: 'Ei tiedossa', sv: 'Inte känt', en: 'Not known' },
};
