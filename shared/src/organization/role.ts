import { z } from 'zod';

/** Roles belong to a membership (person × organization), with dates. Virkasuhde is an attribute, never a role. */
export const roles = [
  'coach',
  'coordinator',
  'serviceManager',
  'dataProtectionOfficer',
  'providerWorker',
  'providerManager',
  'evaluator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];
export const roleCode = z.enum(roles);

/** Those who meet clients or their cases; nobody else reads case content. */
export const isCaseWorker = (role: Role | undefined): boolean => isSenderRole(role) || isProviderRole(role);
export const isSenderRole = (role: Role | undefined): boolean => role === 'coach' || role === 'coordinator';
export const isProviderRole = (role: Role | undefined): boolean =>
  role === 'providerWorker' || role === 'providerManager';

export const organizationKinds = [
  'association',
  'foundation',
  'parish',
  'cooperative',
  'municipality',
  'county',
  'company',
  'state',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];
