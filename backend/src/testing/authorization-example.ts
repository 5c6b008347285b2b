import type { World } from './authorization-world.js';
import type { SignedIn } from './people.js';
import type { TestServer } from './test-server.js';

/** What a route is called with: right in form, and naming objects that are there. */
export interface Example {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}
export interface Asking {
  world: World;
  server: TestServer;
  /** Who asks; nobody when not signed in. */
  caller: SignedIn | undefined;
}
export type Make = (asking: Asking) => Example | Promise<Example>;
