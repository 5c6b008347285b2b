import {
  mayAppointSubstitute,
  mayChangeOrganization,
  mayEndSubstitution,
  mayStandIn,
} from './organization-permissions.js';
import { type Role, roles } from './role.js';

const standIn = { membershipId: 'away', substituteMembershipId: 'substitute' };
const allowed = (may: (role: Role) => boolean): Role[] => roles.filter(may);

describe('appointing a substitute', () => {
  it('for oneself is for those who meet clients', () => {
    expect(allowed((role) => mayAppointSubstitute({ membershipId: 'away', role }, standIn))).toEqual([
      'coach',
      'coordinator',
      'providerWorker',
      'providerManager',
    ]);
  });

  it('for a colleague is for those who lead', () => {
    expect(allowed((role) => mayAppointSubstitute({ membershipId: 'leader', role }, standIn))).toEqual([
      'coordinator',
      'serviceManager',
      'providerManager',
    ]);
  });

  it('as a colleague’s substitute oneself is for an association’s manager only', () => {
    expect(allowed((role) => mayAppointSubstitute({ membershipId: 'substitute', role }, standIn))).toEqual([
      'providerManager',
    ]);
  });

  it('takes somebody who meets clients', () => {
    expect(allowed(mayStandIn)).toEqual(['coach', 'coordinator', 'providerWorker', 'providerManager']);
  });
});

describe('ending a substitution', () => {
  it('is for who was away and for those who lead, not for the substitute', () => {
    expect(mayEndSubstitution({ membershipId: 'away', role: 'coach' }, standIn)).toBe(true);
    expect(mayEndSubstitution({ membershipId: 'leader', role: 'coordinator' }, standIn)).toBe(true);
    expect(mayEndSubstitution({ membershipId: 'substitute', role: 'coach' }, standIn)).toBe(false);
  });
});

describe('changing one’s organization', () => {
  it('is for its managers', () => {
    expect(allowed(mayChangeOrganization)).toEqual(['serviceManager', 'providerManager']);
  });
});
