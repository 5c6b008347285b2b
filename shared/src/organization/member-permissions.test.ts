import {
  grantableRoles,
  isManaging,
  leavesCaseWork,
  mayAdministerPeople,
  mayChangeMembership,
  mayGrantOffice,
} from './member-permissions.js';
import { type Role, roles } from './role.js';

const manager = { personId: 'kaisa', role: 'providerManager', organizationKind: 'association' } as const;
const serviceManager = {
  personId: 'riikka',
  role: 'serviceManager',
  organizationKind: 'municipality',
} as const;

describe('administering people', () => {
  it('is for those who lead', () => {
    expect(roles.filter(mayAdministerPeople)).toEqual(['serviceManager', 'providerManager', 'administrator']);
  });

  it('gives roles of one’s own side, and none above one’s own', () => {
    expect(grantableRoles(manager)).toEqual(['providerWorker', 'providerManager']);
    expect(grantableRoles(serviceManager)).toEqual([
      'coach',
      'coordinator',
      'serviceManager',
      'dataProtectionOfficer',
      'evaluator',
    ]);
  });

  it('gives an administrator of the installation their own role too, but no municipal role in an association', () => {
    const inAssociation = grantableRoles({ role: 'administrator', organizationKind: 'association' });

    expect(inAssociation).toEqual(['providerWorker', 'providerManager', 'administrator']);
    expect(grantableRoles({ role: 'administrator', organizationKind: 'county' })).toContain('serviceManager');
  });

  it.each(roles.filter((role) => !mayAdministerPeople(role)))('gives a %s no role to give', (role) => {
    expect(grantableRoles({ role, organizationKind: 'municipality' })).toEqual([]);
  });

  it('touches nobody’s own membership, and none in a role that one could not give', () => {
    const may = (personId: string, role: Role) => mayChangeMembership(serviceManager, { personId, role });

    expect(may('sanna', 'coach')).toBe(true);
    expect(may('riikka', 'coach')).toBe(false);
    expect(may('root', 'administrator')).toBe(false);
  });

  it('keeps one who leads: the managers of either side', () => {
    expect(roles.filter(isManaging)).toEqual(['serviceManager', 'providerManager']);
  });
});

describe('virkasuhde', () => {
  const coach = { personId: 'sanna', role: 'coach' } as const;

  it('is given by those who lead a municipality, and in no other organization', () => {
    const administrator = { ...serviceManager, role: 'administrator' } as const;

    expect([mayGrantOffice(serviceManager, coach), mayGrantOffice(administrator, coach)]).toEqual([
      true,
      true,
    ]);
    expect(mayGrantOffice({ ...serviceManager, organizationKind: 'county' }, coach)).toBe(false);
  });

  it('is not given by who leads an association’s people, wherever they stand', () => {
    const astray = { ...manager, organizationKind: 'municipality' } as const;

    expect(mayGrantOffice(astray, { personId: 'pekka', role: 'providerWorker' })).toBe(false);
  });

  it('is given to nobody by themselves, nor to a role above one’s own', () => {
    expect(mayGrantOffice(serviceManager, { ...coach, personId: serviceManager.personId })).toBe(false);
    expect(mayGrantOffice(serviceManager, { personId: 'root', role: 'administrator' })).toBe(false);
  });
});

describe('another role', () => {
  it.each([
    ['coach', 'evaluator', true],
    ['coach', 'coordinator', false],
    ['providerManager', 'providerWorker', false],
    ['providerWorker', 'coach', true],
    ['serviceManager', 'coach', false],
    ['serviceManager', 'evaluator', false],
  ] as const)('from %s to %s leaves clients behind: %s', (from, to, leaves) => {
    expect(leavesCaseWork(from, to)).toBe(leaves);
  });
});
