import type { Role } from '@rinnalla/shared/organization/role';
import { type Screen, screens } from '../screens.js';

export type NavigationItem = Required<Pick<Screen, 'navigation'>> & Pick<Screen, 'path'>;

/** A role's rail, at most five items, in order; only screens that exist. */
export const navigationOf = (role: Role | undefined): NavigationItem[] => {
  const whose = role ?? 'public';
  return screens
    .flatMap(({ path, navigation }) => (navigation?.order[whose] === undefined ? [] : [{ path, navigation }]))
    .sort((a, b) => (a.navigation.order[whose] ?? 0) - (b.navigation.order[whose] ?? 0));
};
