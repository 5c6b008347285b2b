import type { Config } from '../platform/config/config.js';

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
  log: (line: string) => void;
}

/** Registers, and the demonstration unless left out; what is there already is left as it is. */
export async function fillDatabase(_filling: Filling): Promise<readonly SignIn[]> {
  return [];
}
