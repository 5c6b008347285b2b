import type { Fault } from './injection.js';
import type { Try } from './swarm-browser.js';

/** A fault that hit nothing proves nothing: how many of them found work under way? */
export const hitsOf = (faults: readonly Fault[], tries: readonly Try[]): number =>
  faults.filter((fault) => tries.some((one) => isHit(fault, one))).length;

/** How long after its end the bell may still be deaf, at least. */
const deafMs = 50;

const isHit = (
  { kind, at, node }: Fault,
  { began, ended = Infinity, outcome, node: asked }: Try,
): boolean => {
  const isUnderWay = began <= at && at <= ended;
  switch (kind) {
    case 'killNode':
      return isUnderWay && outcome === 'lost' && (asked === undefined || asked === node);
    case 'stopDatabase':
    case 'dropSockets':
      return isUnderWay && outcome === 'lost';
    case 'endDoorbell':
      // A message committed while nobody listens: its ring is lost.
      return outcome === 'accepted' && began <= at + deafMs && at <= ended;
    case 'revoke':
      return isUnderWay;
  }
};
