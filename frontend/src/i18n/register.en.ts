import type { fi } from './register.fi.js';

export const en: typeof fi = {
  title: 'From the authority’s register',
  lead: 'You see this because you hold a public office. Each reading is written into the log.',
  open: 'Show the register data',
  nothing: 'Nothing has been taken out of the register yet.',
  takenFor: (task, when) => `Taken out for the task: ${task}. ${when}`,
  reference: 'Client number in the authority’s system',
  referenceHint: 'Not the identity code.',
  status: 'Employment code',
  statuses: {
    unemployed: 'Unemployed',
    laid_off: 'Laid off',
    part_time: 'Shortened week or part-time work',
    employed: 'At work',
    in_service: 'In a service',
    outside_labour_force: 'Outside the labour force',
  },
  extract: 'Extract of the plan',
  extractHint: 'Only what the service needs. You can add the extract to a referral.',
  save: 'Save the register data',
  saved: 'The register data is saved.',
  conflict:
    'Somebody changed this meanwhile. Your text is still here. Save again if it replaces the other change.',
  take: 'Add an extract of the plan',
  noExtract: 'No extract of the plan has been taken out for the client.',
  goToClient: 'Write one in the client’s details',
};
