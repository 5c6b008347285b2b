import type { ReferralStatus } from './referral-status.js';

/** What a referral holds of an offering, or how a transition changes the offering's counters. */
export interface CapacityChange {
  /** accepted + offered */
  reserved: number;
  /** started + paused with a kept place */
  inUse: number;
  waitlist: number;
}

const nothing: CapacityChange = { reserved: 0, inUse: 0, waitlist: 0 };

const heldByStatus: Partial<Record<ReferralStatus, CapacityChange>> = {
  waitlisted: { ...nothing, waitlist: 1 },
  offered: { ...nothing, reserved: 1 },
  accepted: { ...nothing, reserved: 1 },
  started: { ...nothing, inUse: 1 },
  paused: { ...nothing, inUse: 1 },
};

/** What one referral holds; a paused one nothing once its place is no longer kept. */
export const held = (status: ReferralStatus, placeKept = true): CapacityChange =>
  status === 'paused' && !placeKept ? nothing : (heldByStatus[status] ?? nothing);

/**
 * How the counters change from one status to another. A pause keeps the place to begin with;
 * `placeKept` tells whether a pause that is left, or merely lasts, has it still.
 */
export const capacityChange = (
  from: ReferralStatus,
  to: ReferralStatus,
  placeKept = true,
): CapacityChange => {
  const before = held(from, placeKept);
  const after = held(to, from === 'paused' && to === 'paused' ? placeKept : true);
  return {
    reserved: after.reserved - before.reserved,
    inUse: after.inUse - before.inUse,
    waitlist: after.waitlist - before.waitlist,
  };
};

/** The place of a pause that has lasted too long goes back to the offering; the referral stays paused. */
export const keptPlaceReleased: CapacityChange = { ...nothing, inUse: -1 };

/** Places taken from the offering: positive needs a free one, negative frees one for the next in line. */
export const placesTaken = ({ reserved, inUse }: CapacityChange): number => reserved + inUse;

export interface Capacity extends CapacityChange {
  max: number;
}

export const availableIn = ({ max, reserved, inUse }: Pick<Capacity, 'max' | 'reserved' | 'inUse'>): number =>
  max - reserved - inUse;

export const applyTo = (capacity: Capacity, change: CapacityChange): Capacity => ({
  max: capacity.max,
  reserved: capacity.reserved + change.reserved,
  inUse: capacity.inUse + change.inUse,
  waitlist: capacity.waitlist + change.waitlist,
});
