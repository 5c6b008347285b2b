import type { fi } from './register.fi.js';

export const sv: typeof fi = {
  title: 'Uppgifter ur myndighetens register',
  lead: 'Du ser uppgifterna eftersom du har ett tjänsteförhållande. Varje läsning antecknas i loggen.',
  open: 'Visa registeruppgifterna',
  nothing: 'Inget har ännu antecknats ur registret.',
  takenFor: (task, when) => `Antecknat för uppgiften: ${task}. ${when}`,
  reference: 'Kundnummer i myndighetens system',
  referenceHint: 'Inte personbeteckningen.',
  status: 'Sysselsättningskod',
  statuses: {
    unemployed: 'Arbetslös',
    laid_off: 'Permitterad',
    part_time: 'Förkortad arbetsvecka eller deltidsarbete',
    employed: 'I arbete',
    in_service: 'I service',
    outside_labour_force: 'Utanför arbetskraften',
  },
  extract: 'Utdrag ur planen',
  extractHint: 'Bara det som tjänsten behöver. Du kan bifoga utdraget till en hänvisning.',
  save: 'Spara registeruppgifterna',
  saved: 'Registeruppgifterna har sparats.',
  conflict:
    'Någon ändrade uppgifterna under tiden. Din text finns kvar här. Spara på nytt om den ersätter den andra ändringen.',
  take: 'Bifoga utdrag ur planen',
  noExtract: 'Det finns inget utdrag ur planen antecknat för kunden.',
  goToClient: 'Anteckna ett utdrag i kundens uppgifter',
};
