/** What Tänään holds of each of its lists; the worklist has the rest. */
export const mostOfToday = {
  needsYou: 50,
  answered: 20,
  startingSoon: 20,
  waitingForOthers: 10,
  drafts: 10,
} as const;
