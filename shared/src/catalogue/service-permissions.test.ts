import { roles } from '../organization/role.js';
import { mayKeepPlaces, mayManageServices } from './service-permissions.js';

const of = (organizationId: string) => ({
  id: organizationId,
  name: { fi: 'Yhdistys' },
  kind: 'association' as const,
});
const rolesThat = (may: typeof mayManageServices, organizationId = 'salmenpää') =>
  roles.filter((role) => may({ role, organization: of(organizationId) }, 'salmenpää'));

describe('an association’s services', () => {
  it('are written by its manager', () => {
    expect(rolesThat(mayManageServices)).toEqual(['providerManager']);
  });

  it('have their places kept right by its workers too', () => {
    expect(rolesThat(mayKeepPlaces)).toEqual(['providerWorker', 'providerManager']);
  });

  it('are nothing to those of another association, nor to who acts for none', () => {
    expect(rolesThat(mayManageServices, 'kettumetsä')).toEqual([]);
    expect(rolesThat(mayKeepPlaces, 'kettumetsä')).toEqual([]);
    expect(mayManageServices(undefined, 'salmenpää')).toBe(false);
    expect(mayKeepPlaces(undefined, 'salmenpää')).toBe(false);
  });
});
