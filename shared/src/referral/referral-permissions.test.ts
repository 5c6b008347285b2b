import { roles } from '../organization/role.js';
import {
  mayBegin,
  mayRead,
  type ReferralParties,
  type ReferralReader,
  referralActorOf,
  sideOf,
  sideOfRole,
} from './referral-permissions.js';

const referral: ReferralParties = {
  senderOrganizationId: 'kouvola',
  providerOrganizationId: 'salmenpää',
  handlerId: 'sanna',
  nonDisclosure: false,
  wasSent: true,
};
const coach: ReferralReader = { organizationId: 'kouvola', role: 'coach', people: ['sanna'] };
const coordinator: ReferralReader = { organizationId: 'kouvola', role: 'coordinator', people: ['marja'] };
const worker: ReferralReader = { organizationId: 'salmenpää', role: 'providerWorker', people: ['pekka'] };

describe('a referral', () => {
  it('has two sides, and no third', () => {
    expect(sideOf(coach, referral)).toBe('sender');
    expect(sideOf(coordinator, referral)).toBe('sender');
    expect(sideOf(worker, referral)).toBe('provider');
    expect(sideOf({ ...coach, organizationId: 'kotka' }, referral)).toBeUndefined();
    expect(sideOf({ ...worker, organizationId: 'kettumetsä' }, referral)).toBeUndefined();
  });

  it('is looked at by the role, also where one organization is on both sides', () => {
    const own = { ...referral, providerOrganizationId: 'kouvola' };

    expect(sideOf(coach, own)).toBe('sender');
    expect(sideOf({ ...worker, organizationId: 'kouvola' }, own)).toBe('provider');
  });

  it('is no matter of who works on the other side of it for the same organization', () => {
    expect(sideOf({ ...worker, organizationId: 'kouvola' }, referral)).toBeUndefined();
    expect(sideOf({ ...coach, organizationId: 'salmenpää' }, referral)).toBeUndefined();
  });

  it('is read by who stands on a side', () => {
    expect(mayRead(coach, referral)).toBe(true);
    expect(mayRead({ ...coach, organizationId: 'kotka' }, referral)).toBe(false);
  });

  it('is nothing for those without case access, nor begun by anybody but those who refer', () => {
    const without = roles.filter((role) => sideOfRole(role) === undefined);

    expect(without).toEqual(['serviceManager', 'dataProtectionOfficer', 'evaluator', 'administrator']);
    for (const role of without) expect(sideOf({ ...coach, role }, referral)).toBeUndefined();
    expect(roles.filter(mayBegin)).toEqual(['coach', 'coordinator']);
  });

  it('is the sender’s alone until it is sent', () => {
    expect(sideOf(worker, { ...referral, wasSent: false })).toBeUndefined();
    expect(sideOf(coach, { ...referral, wasSent: false })).toBe('sender');
  });

  it('of a client with a non-disclosure order is the handler’s and the substitutes’ on the sender’s side', () => {
    const hidden = { ...referral, nonDisclosure: true };

    expect(sideOf(coach, hidden)).toBe('sender');
    expect(sideOf(coordinator, hidden)).toBeUndefined();
    expect(sideOf({ ...coordinator, people: ['marja', 'sanna'] }, hidden)).toBe('sender');
    expect(sideOf(worker, hidden)).toBe('provider');
  });
});

describe('acting', () => {
  it('is a manager’s where the role is one', () => {
    expect(referralActorOf('sender', 'coach')).toEqual({ party: 'sender', role: 'worker' });
    expect(referralActorOf('sender', 'coordinator')).toEqual({ party: 'sender', role: 'manager' });
    expect(referralActorOf('provider', 'providerManager')).toEqual({ party: 'provider', role: 'manager' });
  });
});
