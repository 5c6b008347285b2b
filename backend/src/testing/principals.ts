import type { Role } from '@rinnalla/shared/organization/role';
import { anOrganization, type SignedIn, signedIn } from './people.js';
import type { ReferralSetting } from './referrals.js';
import type { TestServer } from './test-server.js';

/** Everybody who may knock, seen from one referral between a municipality and an association. */
export const principals = [
  'anonymous',
  'noChoice',
  'coach',
  'colleague',
  'coordinator',
  'serviceManager',
  'dpo',
  'evaluator',
  'administrator',
  'otherCoach',
  'worker',
  'manager',
  'otherManager',
] as const;
export type Principal = (typeof principals)[number];

/** What each is called in the table of authorization. */
export const principalNames: Record<Principal, string> = {
  anonymous: 'nobody signed in',
  noChoice: 'no organization chosen',
  coach: 'coach, handler',
  colleague: 'coach, colleague',
  coordinator: 'coordinator',
  serviceManager: 'service manager',
  dpo: 'data protection officer',
  evaluator: 'evaluator',
  administrator: 'administrator',
  otherCoach: 'coach, other municipality',
  worker: 'worker of the association',
  manager: 'manager of the association',
  otherManager: 'manager, other association',
};

/** Those who have no part in the referral, its client or its conversations. */
export const outsiders: readonly Principal[] = [
  'anonymous',
  'noChoice',
  'serviceManager',
  'dpo',
  'evaluator',
  'administrator',
  'otherCoach',
  'otherManager',
];

/** Fresh people beside those of the setting; nobody signed in is undefined. */
export const everybody = async (
  { owner }: TestServer,
  setting: ReferralSetting,
): Promise<Record<Principal, SignedIn | undefined>> => {
  const colleague = (role: Role) => signedIn(owner, { organizationId: setting.municipalityId, role });
  const stranger = async (kind: 'municipality' | 'association', role: Role) =>
    signedIn(owner, { organizationId: await anOrganization(owner, { kind }), role });
  const noChoice = await stranger('municipality', 'coach');
  await owner.query('update session set membership_id = null where id = $1', [noChoice.sessionId]);
  return {
    anonymous: undefined,
    noChoice,
    coach: setting.sanna,
    colleague: await colleague('coach'),
    coordinator: setting.marja,
    serviceManager: await colleague('serviceManager'),
    dpo: await colleague('dataProtectionOfficer'),
    evaluator: await colleague('evaluator'),
    administrator: await colleague('administrator'),
    otherCoach: await stranger('municipality', 'coach'),
    worker: setting.pekka,
    manager: setting.kaisa,
    otherManager: await stranger('association', 'providerManager'),
  };
};
