import type { Role } from '@rinnalla/shared/organization/role';
import pg from 'pg';
import { demonstrationSignIns } from '../features/account/demonstration-sign-ins.js';
import { clockOf } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { readReferralStories } from './demonstration/referral-stories.js';
import { hasDemo, loadDemo } from './load-demo.js';
import { loadRegisters } from './load-registers.js';

/** One of the demonstration's people, as the terminal shows them. */
export interface SignIn {
  email: string;
  password: string;
  /** Who it is: role and organization. */
  title: string;
}

interface Filling {
  ownerUrl: string;
  config: Config;
  withDemo: boolean;
  /** Also what the demonstration's people have done: referrals, conversations. */
  withReferrals: boolean;
  log: (line: string) => void;
}

/** Registers, and the demonstration unless left out; what is there already is left as it is. */
export async function fillDatabase({
  ownerUrl,
  config,
  withDemo,
  withReferrals,
  log,
}: Filling): Promise<readonly SignIn[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const now = clockOf(config).now();
  const stories = withReferrals ? readReferralStories() : [];
  try {
    await owner.query('begin');
    await loadRegisters(owner);
    const isThere = await hasDemo(owner);
    if (withDemo && !isThere) {
      log('Loading the demonstration …');
      await loadDemo(owner, now, stories);
    }
    await owner.query('commit');
    if (withDemo && !isThere && withReferrals) {
      const { playReferrals } = await import('./demonstration/play-referrals.js');
      await playReferrals(owner, config, now, stories);
    }
    return withDemo ? signIns() : [];
  } finally {
    await owner.end();
  }
}

const roles: Partial<Record<Role, string>> = {
  coach: 'coach',
  coordinator: 'coordinator',
  serviceManager: 'service manager',
  dataProtectionOfficer: 'data protection officer',
  providerWorker: 'worker',
  providerManager: 'manager',
};

const signIns = (): SignIn[] =>
  demonstrationSignIns.map(({ email, password, name, role, organization }) => ({
    email,
    password,
    title: `${name}, ${roles[role] ?? role}, ${organization.fi ?? organization.sv}`,
  }));
