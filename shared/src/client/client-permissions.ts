import { isSenderRole, type Role } from '../organization/role.js';

/** Who reads: a member, and those whose substitute they are today. */
export interface ClientReader {
  personId: string;
  organizationId: string;
  role: Role;
  substituteFor: readonly string[];
  /** Has opened this client in an emergency, and the time has not ended. */
  hasOpened?: boolean;
}

/** What the rules ask of a client. */
export interface ClientFacts {
  organizationId: string;
  handlerId: string;
  nonDisclosure: boolean;
}

/** The named handler, or who stands in for them. */
export const standsBeside = (reader: ClientReader, client: ClientFacts): boolean =>
  reader.personId === client.handlerId || reader.substituteFor.includes(client.handlerId);

/**
 * The sender's own case workers; for a non-disclosure client (turvakielto) only who stands beside. Everybody else is
 * told that there is no such client. The database says the same: policy `app_selects` on `client`.
 */
export const mayReadClient = (reader: ClientReader, client: ClientFacts): boolean =>
  isSenderRole(reader.role) &&
  reader.organizationId === client.organizationId &&
  (!client.nonDisclosure || standsBeside(reader, client) || (reader.hasOpened ?? false));

/** A coach's list holds their own clients, a coordinator's the organization's. */
export const mayListClient = (reader: ClientReader, client: ClientFacts): boolean =>
  mayReadClient(reader, client) && (reader.role === 'coordinator' || standsBeside(reader, client));

/** Contact and home municipality. */
export const mayReadContact = (reader: ClientReader, client: ClientFacts): boolean =>
  mayReadClient(reader, client);

/** An emergency is for reading. */
export const mayChangeClient = (reader: ClientReader, client: ClientFacts): boolean =>
  mayReadClient({ ...reader, hasOpened: false }, client);

/** Who sets the order would otherwise close their own door behind them, or open another's. */
export const mayMarkNonDisclosure = (reader: ClientReader, client: ClientFacts): boolean =>
  mayChangeClient(reader, client) && standsBeside(reader, client);

/** What comes from the authority's register (its reference, plan, employment status): a case worker with a valid virkasuhde. */
export const mayUseRegister = ({ role, officeHolder }: { role: Role; officeHolder: boolean }): boolean =>
  isSenderRole(role) && officeHolder;

/** Only those who refer take clients into care. */
export const mayCreateClient = (role: Role): boolean => isSenderRole(role);
