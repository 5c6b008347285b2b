export const serviceStatuses = ['draft', 'published', 'paused', 'archived'] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

export const serviceActions = ['publish', 'pause', 'archive', 'confirm'] as const;
export type ServiceAction = (typeof serviceActions)[number];

/** Who may do what from where: an archived service is taken back by publishing it, after the check. */
const moves = {
  publish: { from: ['draft', 'paused', 'archived'], to: 'published' },
  pause: { from: ['published'], to: 'paused' },
  archive: { from: ['draft', 'published', 'paused'], to: 'archived' },
  /** "Still right": changes nothing but the day of the confirmation. */
  confirm: { from: ['published', 'paused'], to: null },
} as const satisfies Record<ServiceAction, { from: readonly ServiceStatus[]; to: ServiceStatus | null }>;

/** The status after the action, or `undefined` when the action is not possible from this status. */
export const statusAfter = (status: ServiceStatus, action: ServiceAction): ServiceStatus | undefined => {
  const { from, to } = moves[action];
  if (!(from as readonly ServiceStatus[]).includes(status)) return undefined;
  return to ?? status;
};

export const availableServiceActions = (status: ServiceStatus): ServiceAction[] =>
  serviceActions.filter((action) => statusAfter(status, action) !== undefined);
