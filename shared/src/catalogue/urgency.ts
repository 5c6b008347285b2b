/** How soon the client needs the service: about need, never about who shouts. Most urgent first. */
export const urgencyClasses = ['K1', 'K2', 'K3', 'K4'] as const;
export type UrgencyClass = (typeof urgencyClasses)[number];
