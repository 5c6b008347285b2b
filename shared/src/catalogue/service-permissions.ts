import type { Actor } from '../organization/actor.js';

type Reader = Pick<Actor, 'role' | 'organization'> | undefined;

/** An association's manager writes, publishes and puts away its services. */
export const mayManageServices = (reader: Reader, organizationId: string): boolean =>
  reader?.role === 'providerManager' && reader.organization?.id === organizationId;

/** Its workers see the list and keep the places right as well: they know first when one is taken. */
export const mayKeepPlaces = (reader: Reader, organizationId: string): boolean =>
  mayManageServices(reader, organizationId) ||
  (reader?.role === 'providerWorker' && reader.organization?.id === organizationId);
