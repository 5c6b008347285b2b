import { isProviderRole, isSenderRole, type Role } from '@rinnalla/shared/organization/role';
import { paths } from '../platform/paths.js';
import { screens } from './screens.js';

/** Where each role begins its day, best first; the first one that exists is taken. */
const wishes = (role: Role | undefined): readonly string[] => {
  if (isSenderRole(role)) return [paths.today, paths.referrals];
  if (isProviderRole(role)) return [paths.inbox, paths.ownServices];
  if (role === 'dataProtectionOfficer') return [paths.log];
  return [];
};

export const homeOf = (role: Role | undefined): string =>
  wishes(role).find((path) => screens.some((screen) => screen.path === path)) ?? paths.services;
